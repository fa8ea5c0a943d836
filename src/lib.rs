#![doc = include_str!("ARCHITECTURE.md")]
// The modules, floor by floor; a file imports only from floors below its own.

/// Floor 1: places in a text, edits of it, and what one says about it.
pub mod text {
    pub mod diagnostic;
    pub mod diff;
    pub mod edit;
    pub mod line_index;
    pub mod path;
    pub mod sha256;
    pub mod span;
    pub mod words;
}

/// Floor 2: readers that keep every byte, and edits that keep the style.
pub mod syntax {
    pub mod shell_words;
    /// Dockerfiles as `BuildKit` reads them.
    pub mod dockerfile {
        pub mod heredoc;
        pub mod logical_line;
        pub mod node;
        pub mod reader;
        pub mod stages;
    }
    /// `.env` files as Docker Compose reads them.
    pub mod dotenv {
        pub mod reader;
    }
    /// YAML as Docker Compose reads it.
    pub mod yaml {
        pub mod collection;
        pub mod compose;
        pub mod cursor;
        pub mod decode;
        pub mod edit;
        pub mod edit_commented;
        pub mod edit_emit;
        pub mod edit_expand;
        pub mod edit_fragment;
        pub mod edit_insert;
        pub mod edit_lines;
        pub mod edit_op;
        pub mod edit_page;
        pub mod edit_plan;
        pub mod edit_remove;
        pub mod edit_replace;
        pub mod edit_scalar;
        pub mod edit_share;
        pub mod edit_splice;
        pub mod edit_style;
        pub mod edit_tree;
        pub mod event;
        pub mod mark;
        pub mod node;
        pub mod parser;
        pub mod reader;
        pub mod scan_block_scalar;
        pub mod scan_flow_scalar;
        pub mod scan_space;
        pub mod scan_word;
        pub mod scanner;
        pub mod token;
    }
}

/// Floor 3: the Compose Specification.
pub mod compose {
    pub mod attribute_shape;
    pub mod attributes;
    pub mod canonical;
    pub mod canonical_lists;
    pub mod cast;
    pub mod config;
    pub mod consistency;
    pub mod consistency_limits;
    pub mod consistency_mounts;
    pub mod cycle;
    pub mod decode;
    pub mod decode_map;
    pub mod decode_number;
    pub mod decode_text;
    pub mod defaults;
    pub mod discovery;
    pub mod env_files;
    pub mod environment;
    pub mod environment_values;
    pub mod extends;
    pub mod extensions;
    pub mod file_text;
    pub mod folder;
    pub mod go_format;
    pub mod go_number;
    pub mod hooks;
    pub mod include;
    pub mod interpolation;
    pub mod json_print;
    pub mod load;
    pub mod member;
    pub mod merge;
    pub mod merge_special;
    pub mod model;
    pub mod mount;
    pub mod natural_order;
    pub mod normalize;
    pub mod omit_empty;
    pub mod paths;
    pub mod pattern;
    pub mod pipeline;
    pub mod port;
    pub mod profiles;
    pub mod project_name;
    pub mod read;
    pub mod report;
    pub mod reset;
    pub mod resolve;
    pub mod scalar;
    pub mod schema;
    pub mod service_hash;
    pub mod shape;
    pub mod shape_container;
    pub mod shape_deploy;
    pub mod shape_project;
    pub mod shape_service;
    pub mod source;
    pub mod template;
    pub mod typed;
    pub mod unicity;
    pub mod units;
    pub mod unsupported;
    pub mod unused;
    pub mod validation;
    pub mod value;
    pub mod variables;
    pub mod yaml_print;
    pub mod yaml_print_scalar;
}

/// Floor 4, read by its neighbors: knowledge as data, images and blueprints.
pub mod catalog {
    pub mod blueprint;
    pub mod draft;
    pub mod image;
    pub mod images;
    pub mod reference;
    pub mod secret;
    pub mod secret_name;
}

/// Floor 4: findings in what Docker Compose accepts.
pub mod check {
    pub mod print;
    pub mod rule;
    /// One rule a file.
    pub mod rules {
        pub mod dependency_condition;
        pub mod development_command;
        pub mod discontinued_image;
        pub mod duplicate_container_name;
        pub mod duplicate_host_port;
        pub mod host_path;
        pub mod localhost_between_services;
        pub mod missing_dockerfile;
        pub mod missing_health_check;
        pub mod missing_variable;
        pub mod obsolete_link;
        pub mod obsolete_version;
        pub mod open_database_port;
        pub mod plain_http;
        pub mod privileged_container;
        pub mod runtime_socket;
        pub mod secret_in_environment;
        pub mod stateful_without_volume;
        pub mod unpinned_base_image;
        pub mod unpinned_image;
        pub mod unused_resource;
        pub mod weak_password;
        pub mod wrong_data_path;
    }
    pub mod subject;
    pub mod table;
    pub mod words;
    pub mod words_safety;
}

/// Floor 4: what a person can do to a stack, as minimal text edits.
pub mod command {
    pub mod add_resource;
    pub mod add_service;
    pub mod commands;
    pub mod connect;
    pub mod depends_on;
    pub mod disconnect;
    pub mod duplicate_service;
    pub mod env;
    pub mod env_text;
    pub mod grammar;
    pub mod host;
    pub mod join;
    pub mod keyed;
    pub mod leave;
    pub mod lift_env;
    pub mod mount;
    pub mod network;
    pub mod plan;
    pub mod publish;
    pub mod references;
    pub mod refusal;
    pub mod remove_resource;
    pub mod remove_service;
    pub mod rename_resource;
    pub mod rename_service;
    pub mod set;
    pub mod sheet;
    pub mod short_syntax;
    pub mod table;
    pub mod unmount;
    pub mod unpublish;
    pub mod unset;
    pub mod uses;
    pub mod words;
}

/// Floor 4: geometry of the canvas, without a DOM.
pub mod scene {
    pub mod align;
    pub mod build;
    pub mod columns;
    pub mod detour;
    pub mod graph;
    pub mod guides;
    pub mod hit;
    pub mod layers;
    pub mod layout;
    pub mod navigate;
    pub mod places;
    pub mod route;
    #[cfg(test)]
    pub mod sample;
    pub mod size;
    pub mod viewport;
    pub mod visible;
}

/// Floor 4: what leaves: archive, stack document, diagram.
pub mod export {
    pub mod ascii;
    pub mod bundle;
    pub mod env_example;
    pub mod markdown;
    pub mod mermaid;
    pub mod project_files;
    pub mod stack_document;
    pub mod stack_operation;
    pub mod stack_parts;
    pub mod stack_services;
    pub mod start_order;
    pub mod words;
    pub mod words_operation;
}

/// Floor 5: the application without a screen.
pub mod editor {
    pub mod action;
    pub mod add;
    pub mod arrange;
    pub mod camera;
    pub mod changes;
    pub mod code;
    pub mod compose_files;
    pub mod connect;
    pub mod deliver;
    pub mod describe;
    pub mod drag;
    #[allow(clippy::module_inception, reason = "the floor is named for its main item")]
    pub mod editor;
    pub mod form;
    pub mod form_entry;
    pub mod form_resource;
    pub mod form_service;
    pub mod form_source;
    pub mod gesture;
    pub mod history;
    pub mod inspect;
    pub mod keymap;
    pub mod launch;
    pub mod layout_file;
    pub mod live;
    pub mod pointer;
    pub mod remove;
    pub mod route;
    pub mod run;
    pub mod select;
    pub mod selection;
    pub mod session;
    pub mod shelf;
    pub mod snapshot;
    pub mod step;
    pub mod wire;
    pub mod words;
    pub mod words_form;
    pub mod words_keys;
    pub mod workspace;
}

/// Floor 6: the page, in a browser only.
#[cfg(target_arch = "wasm32")]
pub mod ui {
    pub mod app;
    pub mod bottom;
    pub mod canvas;
    pub mod card;
    pub mod card_parts;
    pub mod code_pane;
    pub mod context_menu;
    pub mod dialogs;
    pub mod edge;
    pub mod effects;
    pub mod empty;
    pub mod field;
    pub mod field_rows;
    pub mod gallery;
    pub mod handle;
    pub mod icon;
    pub mod inspector;
    pub mod intake;
    pub mod keys;
    pub mod left;
    pub mod mount_dialog;
    pub mod new_file_dialog;
    pub mod outline;
    pub mod overlay;
    pub mod palette;
    pub mod paste_dialog;
    pub mod pick_list;
    pub mod platform;
    pub mod pointer;
    pub mod problems;
    pub mod sentence;
    pub mod session;
    pub mod shortcuts;
    pub mod signals;
    pub mod stage;
    pub mod tab_bar;
    pub mod toasts;
    pub mod top_bar;
    pub mod widgets;
    pub mod words;
}
