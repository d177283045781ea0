<?php
/**
 * Plugin Name: Tarry
 * Description: Puts Tarry's tag into every page of the shop, tells it what the visitor allows, and tells it of orders.
 * Version: 1.0.0
 * Requires at least: 5.9
 * Requires PHP: 7.4
 * License: Apache-2.0
 *
 * Both constants can be set in wp-config.php instead.
 */

defined( 'ABSPATH' ) || exit;

defined( 'TARRY_SRC' ) || define( 'TARRY_SRC', 'https://tarry.shop.example/t/tarry.js' );
defined( 'TARRY_SITE' ) || define( 'TARRY_SITE', 'pk_shop' );

add_action( 'wp_head', 'tarry_head', 1 );
add_action( 'woocommerce_thankyou', 'tarry_order' );

/** Prints queue line, tag and consent; the same for every visitor, so that a page cache may keep it. */
function tarry_head() {
	wp_print_inline_script_tag(
		'window.tarry=window.tarry||function(){(tarry.q=tarry.q||[]).push(arguments)}'
	);
	wp_print_script_tag(
		array(
			'async'     => true,
			'src'       => TARRY_SRC,
			'data-site' => TARRY_SITE,
		)
	);
	// The WP Consent API, where a consent plugin speaks it; others call tarry("consent", ...) themselves.
	wp_print_inline_script_tag(
		'(function(){'
		. 'function tell(){if(window.wp_has_consent)'
		. 'tarry("consent",wp_has_consent("marketing")?"full":"anonymous")}'
		. 'document.addEventListener("wp_listen_for_consent_change",tell);'
		. 'document.addEventListener("DOMContentLoaded",tell)'
		. '})()'
	);
}

/** Tells of an order on its thank-you page, which no cache keeps, so that nobody is asked to come back for it. */
function tarry_order( $order_id ) {
	$order = wc_get_order( $order_id );
	if ( ! $order ) {
		return;
	}
	$told = array(
		'transaction_id' => $order->get_order_number(),
		'value'          => (string) $order->get_total(),
		'currency'       => $order->get_currency(),
	);
	// Hexadecimal escapes, so that nothing in it can end the script element.
	$json = wp_json_encode( $told, JSON_HEX_TAG | JSON_HEX_AMP );
	wp_print_inline_script_tag( 'tarry("event","purchase",' . $json . ')' );
}
