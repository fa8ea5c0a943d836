//! The shapes into which Compose decodes the model: which attribute is of which kind, and in which order it prints. One
//! table serves decoding, printing as YAML and printing as JSON, so that they cannot disagree.

use crate::compose::shape_container::CONTAINER;

/// What an attribute holds; the kinds follow Compose's own types, because errors and omissions do.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Text.
    Text,
    /// A truth value; `false` is not printed.
    Flag,
    /// A truth value that prints where it is said.
    MaybeFlag,
    /// A truth value that is true unless said otherwise; `true` is not printed.
    OptOut,
    /// A whole number; 0 is not printed.
    Int,
    /// A whole number that prints where it is said.
    MaybeInt,
    /// A whole number without a sign, of so many bits.
    Uint(u32),
    /// A whole number without a sign that prints where it is said.
    MaybeUint,
    /// A float of 32 bits.
    Float,
    /// A share of processors, which may be text.
    Cpus,
    /// A size in bytes; prints as text.
    Bytes,
    /// A duration; 0 is not printed.
    Duration,
    /// A duration that prints where it is said.
    MaybeDuration,
    /// A file mode; prints as text in octal.
    Mode,
    /// A number of devices or `all`, which is -1.
    Count,
    /// A command: words, or a line to be split.
    Words,
    /// The test of a health check.
    Test,
    /// A list of texts.
    Texts,
    /// A text or a list of texts.
    TextList,
    /// A list of anything that prints.
    PrintedList,
    /// A map of texts, or a list of `key=value`.
    Mapping,
    /// A map of texts or nothing, or a list of `key=value` or `key`.
    Assignments,
    /// A map of texts.
    Options,
    /// A map of texts or lists of texts.
    MultiOptions,
    /// A map of texts and nothing else.
    TextMap,
    /// Hosts with their addresses.
    Hosts,
    /// Keys of an SSH agent.
    Ssh,
    /// Limits by name.
    Ulimits,
    /// An object; without attributes it prints in JSON only.
    Object(&'static Shape),
    /// An object that prints where it is said.
    Maybe(&'static Shape),
    /// A list of objects.
    List(&'static Shape),
    /// Objects by name.
    Map(&'static Shape),
    /// Objects or nothing by name.
    MapMaybe(&'static Shape),
}

/// One attribute of a shape.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Its name in JSON; `None` where JSON leaves it out.
    pub json: Option<&'static str>,
    /// Whether it prints even where nothing is said.
    pub always: bool,
    /// Its name in messages.
    pub shown: &'static str,
}

/// The attributes of an object.
#[derive(Debug)]
pub struct Shape {
    /// The attributes, in groups that shapes share.
    pub parts: &'static [&'static [Attribute]],
    /// Whether `x-` attributes are kept.
    pub extensions: bool,
}

impl Shape {
    /// The attributes in order.
    pub fn attributes(&self) -> impl Iterator<Item = &'static Attribute> {
        self.parts.iter().flat_map(|it| it.iter())
    }
}

/// An attribute that prints where something is said.
pub const fn at(name: &'static str, kind: Kind) -> Attribute {
    Attribute { name, kind, json: Some(name), always: false, shown: name }
}

/// An attribute that always prints.
pub const fn always(name: &'static str, kind: Kind) -> Attribute {
    Attribute { name, kind, json: Some(name), always: true, shown: name }
}

/// An attribute that JSON leaves out.
pub const fn yaml_only(name: &'static str, kind: Kind) -> Attribute {
    Attribute { name, kind, json: None, always: false, shown: name }
}

/// An attribute that always prints, in JSON under another name.
pub const fn capitalized(name: &'static str, kind: Kind, json: &'static str) -> Attribute {
    Attribute { name, kind, json: Some(json), always: true, shown: json }
}

/// An attribute that always prints, under another name in messages.
pub const fn retitled(name: &'static str, kind: Kind, shown: &'static str) -> Attribute {
    Attribute { name, kind, json: Some(name), always: true, shown }
}

/// Whether an attribute of a service is one of its container.
pub fn is_container_attribute(name: &str) -> bool {
    CONTAINER.iter().any(|it| it.name == name)
}
