// A component that tells Tarry the cart whenever it changes. Types: copy snippet/types/tarry.d.ts beside it.
"use client";

import { useEffect } from "react";

export function TellCart({ cart }: { cart: Tarry.Cart }) {
  useEffect(() => {
    window.tarry?.("cart", cart);
  }, [cart]);
  return null;
}
