// The root layout: the tag on every page, and the queue line before it.
import type { ReactNode } from "react";
import Script from "next/script";

const QUEUE = "window.tarry=window.tarry||function(){(tarry.q=tarry.q||[]).push(arguments)}";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <script dangerouslySetInnerHTML={{ __html: QUEUE }} />
      </head>
      <body>
        {children}
        <Script id="tarry" async src="https://tarry.shop.example/t/tarry.js" data-site="pk_shop" />
      </body>
    </html>
  );
}
