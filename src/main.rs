//! Starts the browser app; everything else is in the library, so that tests reach it.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::{ElementChild, IntoAny, view};
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <h1>"Estiba"</h1> }.into_any());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: start it with `./dev serve`");
}
