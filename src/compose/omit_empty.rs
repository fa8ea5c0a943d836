//! Empty entries of `dns` go: an empty variable in the list means no server.

use crate::compose::value::{Data, Value};

/// Takes the empty items out of every service's `dns`.
pub fn omit_empty(model: &mut Value) {
    let Some(services) = model.as_map_mut().and_then(|it| it.get_mut("services")) else { return };
    for service in services.value.as_map_mut().into_iter().flat_map(|it| it.values_mut()) {
        let dns = service.value.as_map_mut().and_then(|it| it.get_mut("dns"));
        if let Some(Data::List(items)) = dns.map(|it| &mut it.value.data) {
            items.retain(|it| !is_empty(&it.data));
        }
    }
}

fn is_empty(data: &Data) -> bool {
    match data {
        Data::Null => true,
        Data::Str(text) => text.is_empty(),
        Data::List(items) => items.is_empty(),
        Data::Map(map) => map.is_empty(),
        _ => false,
    }
}
