"""Claims as rows: whom shops proved visitors to be, whom that leads to, and forgetting it all again."""

import apsw
import msgspec
import orjson
from msgspec.structs import replace

from tarry.core.kinship import Link, eldest_of
from tarry.core.visitor import Visitor
from tarry.stores.base import Key
from tarry.stores.schema import checksum, pack

FOUND_MOST = 64
"""Most visitors that claims are followed to from one, the nearest first. Our own choice: a crowd is no person."""
_NEAR = """
    WITH RECURSIVE near(no) AS (
        SELECT :no UNION SELECT b.no FROM near JOIN claim a ON a.no = near.no
        JOIN claim b ON b.hash = a.hash AND b.kind = a.kind LIMIT :most
    )
    """
_visitors = msgspec.json.Decoder(Visitor)
_encoder = msgspec.json.Encoder()


def write_claims(db: apsw.Connection, no: int, visitor: Visitor) -> None:
    """Make a visitor's claims those of the record: new ones come, all go once the owner took it apart."""
    if visitor.apart:
        db.execute("DELETE FROM claim WHERE no = ?", (no,))
    db.executemany(
        "INSERT OR IGNORE INTO claim VALUES (?, ?, ?, ?)", [(no, one.kind, one.hash, one.at) for one in visitor.claims]
    )


def links(db: apsw.Connection, key: Key) -> list[Link]:
    """Return the claims of a visitor, and of all whom claims lead to; none cross sites, each is keyed by its own."""
    sql = f"""{_NEAR}
        SELECT v.visitor, c.kind, c.hash, c.at FROM near JOIN claim c ON c.no = near.no
        JOIN visitor v ON v.no = near.no WHERE v.site = :site
        """  # noqa: S608 - a text of our own
    no = _number(db, key)
    asked = {"no": no, "site": key.site, "most": FOUND_MOST}
    return [Link(*row) for row in db.execute(sql, asked)] if no is not None else []


def forget(db: apsw.Connection, no: int) -> None:
    """Take what counts of a visitor out of the records of its kin; inside the transaction that removes it."""
    sql = f"""{_NEAR}
        SELECT v.no, v.record, (SELECT visitor FROM visitor WHERE no = :no) FROM near JOIN visitor v ON v.no = near.no
        WHERE v.no <> :no AND json_extract(v.record, '$.kin') IS NOT NULL
        """  # noqa: S608 - a text of our own
    for other, record, gone in list(db.execute(sql, {"no": no, "most": FOUND_MOST})):
        visitor = _visitors.decode(record)
        kept = tuple(one for one in visitor.kin if one.visitor != gone)
        if kept != visitor.kin:
            eldest = eldest_of(visitor, kept) if kept else ""
            body = _encoder.encode(replace(visitor, kin=kept, eldest=eldest))
            db.execute("UPDATE visitor SET rev = rev + 1, record = ? WHERE no = ?", (body, other))


def forget_told(db: apsw.Connection, no: int) -> None:
    """Take what counted of a visitor out of the logs of whoever it was ever joined with, as erasing asks for.

    They may be joined no more, so all logs are looked through; but only for who was once proved to be somebody.
    """
    row = next(db.execute("SELECT visitor, record FROM visitor WHERE no = ?", (no,)), None)
    visitor = _visitors.decode(row[1]) if row is not None else None
    if visitor is None or not (visitor.claims or visitor.apart):
        return
    sql = "SELECT id, crc, body FROM log WHERE no <> ? AND instr(body, CAST(? AS BLOB))"
    for number, crc, body in list(db.execute(sql, (no, visitor.id))):
        if checksum(body) == crc:
            told = _without(body, visitor.id)
            db.execute("UPDATE log SET body = ?, crc = ? WHERE id = ?", (told, checksum(told), number))


def _without(body: bytes, visitor: str) -> bytes:
    """Return a row of the log whose joins do not tell of a visitor."""
    lines = orjson.loads(body)
    for _, kind, fields in lines:
        if kind == "join":
            fields["kin"] = [one for one in fields["kin"] if one["visitor"] != visitor]
            if fields.get("eldest") == visitor:
                fields["eldest"] = ""
    return pack(lines)


def _number(db: apsw.Connection, key: Key) -> int | None:
    row = next(db.execute("SELECT no FROM visitor WHERE site = ? AND visitor = ?", (key.site, key.visitor)), None)
    return row[0] if row is not None else None
