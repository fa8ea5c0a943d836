//! Starts the browser app; everything else is in the library, so that tests reach it.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(estiba::ui::app::App);
}

/// There is no page outside a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("estiba-app runs in a browser: `./dev serve` opens it");
}
