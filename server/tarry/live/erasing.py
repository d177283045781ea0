"""Erasing a person: every visitor that the shop proved to be the same one goes together."""

from tarry.core.kinship import relatives
from tarry.stores.base import Key, Store


async def erase_person(store: Store, key: Key, *, at: int) -> tuple[dict[str, int], tuple[str, ...]]:
    """Erase a visitor and all others of the same person; returns how much went, by table, and the others' names.

    The one asked for goes last: should the store stop half-way, the same question still finds the rest.

    Raises:
        StoreError: the store could not do it.

    """
    others = tuple(relatives(await store.links(key), key.visitor))
    gone: dict[str, int] = {}
    for name in (*others, key.visitor):
        for table, count in (await store.erase(Key(key.site, name), at=at)).items():
            gone[table] = gone.get(table, 0) + count
    return gone, others
