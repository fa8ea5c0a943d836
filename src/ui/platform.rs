//! What only the browser can do: files, clipboard, storage, randomness, the code pane. The one file with JavaScript behind it.

use crate::text::path::FilePath;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Element, File, FileList, HtmlAnchorElement, HtmlElement, Storage, Url};

#[wasm_bindgen(module = "/src/ui/code/load.mjs")]
extern "C" {
    /// The module of the code pane.
    pub type CodeModule;
    /// A code pane; its head describes every call.
    #[derive(Clone)]
    pub type CodePane;
    #[wasm_bindgen(catch, js_name = loadCodePane)]
    async fn load_code_pane() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn create(this: &CodeModule, parent: &Element, options: &JsValue) -> Result<CodePane, JsValue>;
    /// Shows a file.
    #[wasm_bindgen(method, js_name = setDocument)]
    pub fn set_document(this: &CodePane, path: &str, text: &str, language: &str);
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics(this: &CodePane, list: &JsValue);
    /// Selects and scrolls there.
    #[wasm_bindgen(method)]
    pub fn reveal(this: &CodePane, from: u32, to: u32, focus: bool);
    /// Changes the language of its own words.
    #[wasm_bindgen(method, js_name = setLang)]
    pub fn set_lang(this: &CodePane, lang: &str, label: &str);
    /// Changes the colors of its built-in parts.
    #[wasm_bindgen(method, js_name = setDark)]
    pub fn set_dark(this: &CodePane, dark: bool);
}

/// A squiggle of the code pane; offsets in UTF-16 units.
pub struct Squiggle {
    /// First unit.
    pub from: usize,
    /// Behind the last unit.
    pub to: usize,
    /// `error`, `warning`, `info`.
    pub severity: &'static str,
    /// What to say.
    pub message: String,
    /// Titles of the fixes.
    pub fixes: Vec<String>,
    /// The diagnostic's index in the snapshot.
    pub index: usize,
}

/// What the code pane tells the program.
pub struct CodeListener {
    /// A person typed: path and a flat list of from, to, insert.
    pub change: Closure<dyn FnMut(String, Array)>,
    /// A person moved the caret: path, anchor, head.
    pub caret: Closure<dyn FnMut(String, u32, u32)>,
    /// Undo.
    pub undo: Closure<dyn FnMut()>,
    /// Redo.
    pub redo: Closure<dyn FnMut()>,
    /// A fix was chosen: diagnostic and fix.
    pub fix: Closure<dyn FnMut(u32, u32)>,
}

/// Fetches the code pane and puts it into `parent`.
pub async fn open_code_pane(
    parent: &Element,
    label: &str,
    lang: &str,
    dark: bool,
    listener: &CodeListener,
) -> Result<CodePane, String> {
    let module = load_code_pane().await.map_err(|it| reason(&it))?;
    let options = js_sys::Object::new();
    put(&options, "label", &label.into());
    put(&options, "lang", &lang.into());
    put(&options, "dark", &dark.into());
    put(&options, "onChange", listener.change.as_ref());
    put(&options, "onCaret", listener.caret.as_ref());
    put(&options, "onUndo", listener.undo.as_ref());
    put(&options, "onRedo", listener.redo.as_ref());
    put(&options, "onFix", listener.fix.as_ref());
    module.unchecked_into::<CodeModule>().create(parent, &options).map_err(|it| reason(&it))
}

impl CodePane {
    /// Underlines what there is to say.
    pub fn squiggle(&self, squiggles: &[Squiggle]) {
        let list: Array = squiggles.iter().map(squiggle).collect();
        self.set_diagnostics(&list);
    }
}

/// A squiggle as the code pane reads it.
fn squiggle(it: &Squiggle) -> JsValue {
    let object = js_sys::Object::new();
    put(&object, "from", &number(it.from));
    put(&object, "to", &number(it.to));
    put(&object, "severity", &it.severity.into());
    put(&object, "message", &it.message.as_str().into());
    put(&object, "index", &number(it.index));
    let fixes: Array = it.fixes.iter().map(|it| JsValue::from(it.as_str())).collect();
    put(&object, "fixes", &fixes);
    object.into()
}

/// An offset as JavaScript counts.
fn number(it: usize) -> JsValue {
    u32::try_from(it).unwrap_or(u32::MAX).into()
}

/// Sets a member of a plain object, which cannot fail.
fn put(object: &js_sys::Object, key: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(object, &key.into(), value);
}

/// What a thrown value says.
fn reason(thrown: &JsValue) -> String {
    thrown.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{thrown:?}"), |it| String::from(it.message()))
}

/// The flat list of the code pane: from, to, insert.
pub fn triples(flat: &Array) -> Vec<(usize, usize, String)> {
    // Offsets of a text are whole and small; a number that is neither is no offset.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked on the line itself")]
    let whole = |at: u32| flat.get(at).as_f64().filter(|it| *it >= 0.0 && *it < 4e9).map_or(0, |it| it as usize);
    (0..flat.length() / 3)
        .map(|it| (whole(it * 3), whole(it * 3 + 1), flat.get(it * 3 + 2).as_string().unwrap_or_default()))
        .collect()
}

/// Random bytes fit for secrets; empty where the browser refuses.
pub fn entropy(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    let crypto = web_sys::window().and_then(|it| it.crypto().ok());
    match crypto.map(|it| it.get_random_values_with_u8_array(&mut bytes)) {
        Some(Ok(_)) => bytes,
        _ => Vec::new(),
    }
}

/// Hands a file to the person.
pub fn download(name: &str, bytes: &[u8], mime: &str) -> Result<(), String> {
    save(name, bytes, mime).map_err(|it| reason(&it))
}

fn save(name: &str, bytes: &[u8], mime: &str) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let page = web_sys::window().and_then(|it| it.document()).ok_or("no page")?;
    let link: HtmlAnchorElement = page.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser reads the address while the click is handled, or soon after; a minute is plenty.
    gloo::timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}

/// Puts `text` on the clipboard.
pub async fn copy(text: String) -> Result<(), String> {
    let clipboard = web_sys::window().ok_or("no window")?.navigator().clipboard();
    if clipboard.is_undefined() {
        return Err("the clipboard is not available here".to_owned());
    }
    JsFuture::from(clipboard.write_text(&text)).await.map(|_| ()).map_err(|it| reason(&it))
}

/// Reads files that a person chose; those that cannot be read are named in the error list.
pub async fn read_files(files: Vec<File>) -> (Vec<(FilePath, Vec<u8>)>, Vec<String>) {
    let (mut read, mut failed) = (Vec::new(), Vec::new());
    for file in files {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => read.push((FilePath::new(&path_of(&file)), Uint8Array::new(&buffer).to_vec())),
            Err(_) => failed.push(file.name()),
        }
    }
    (read, failed)
}

/// The files of a list, at once: the browser empties the list when its input is cleared or its drop is over.
pub fn files_of(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|it| list.get(it)).collect()
}

/// The path of a file in the folder that was chosen, without that folder's own name; its name where it was chosen alone.
fn path_of(file: &File) -> String {
    let relative = js_sys::Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|it| it.as_string());
    match relative.as_deref().and_then(|it| it.split_once('/')) {
        Some((_, path)) => path.to_owned(),
        None => file.name(),
    }
}

/// The browser's storage, where it allows one.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What is stored under `key`.
pub fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores `value`; `false` where the browser refuses or has no room.
pub fn store(key: &str, value: &str) -> bool {
    storage().is_some_and(|it| it.set_item(key, value).is_ok())
}

/// The pairs of the page's address.
pub fn address_pairs() -> Vec<(String, String)> {
    let search = web_sys::window().and_then(|it| it.location().search().ok()).unwrap_or_default();
    let Ok(pairs) = web_sys::UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    ["blueprint", "lang"].iter().filter_map(|key| Some(((*key).to_owned(), pairs.get(key)?))).collect()
}

/// Takes `?blueprint=` out of the address, so that a reload brings the edited project back and not the blueprint.
pub fn forget_blueprint() {
    let Some(window) = web_sys::window() else { return };
    let (Ok(path), Ok(search)) = (window.location().pathname(), window.location().search()) else { return };
    let Ok(pairs) = web_sys::UrlSearchParams::new_with_str(&search) else { return };
    pairs.delete("blueprint");
    let rest = String::from(pairs.to_string());
    let address = if rest.is_empty() { path } else { format!("{path}?{rest}") };
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// The languages that the browser prefers.
pub fn languages() -> Vec<String> {
    let list = web_sys::window().map(|it| it.navigator().languages()).unwrap_or_default();
    list.iter().filter_map(|it| it.as_string()).collect()
}

/// Whether the page is dark now, by choice or by the system.
pub fn is_dark() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let chosen = root().and_then(|it| it.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => window.match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|it| it.matches()),
    }
}

/// The page's root element.
pub fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// The element of an id.
pub fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the keyboard to the element of an id, once it is there.
pub fn focus_soon(id: &'static str) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(it) = element(id) {
            let _ = it.focus();
        }
    });
}

/// Whether an event comes from something that one types in.
pub fn is_typing(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|it| it.dyn_into::<Element>().ok()) else { return false };
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || element.closest("[contenteditable='true']").ok().flatten().is_some()
}
