// A product page with schema.org data, as Tarry reads it best.
import { TellCart } from "./cart";

const PRODUCT = {
  "@context": "https://schema.org",
  "@type": "Product",
  sku: "MUG-1",
  name: "Trail mug",
  offers: { "@type": "Offer", price: "24.00", priceCurrency: "EUR" },
};
const CART: Tarry.Cart = { currency: "EUR", lines: [{ sku: "MUG-1", name: "Trail mug", qty: 1, price: "24.00" }] };

export default function Page() {
  return (
    <main>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(PRODUCT) }} />
      <h1>Trail mug</h1>
      <p>€24.00</p>
      <TellCart cart={CART} />
    </main>
  );
}
