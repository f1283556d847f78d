// @generated automatically by Diesel CLI.

diesel::table! {
    accounts (id) {
        id -> Integer,
        name -> Text,
    }
}

diesel::table! {
    entries (id) {
        id -> Integer,
        account_id -> Integer,
        cents -> BigInt,
    }
}

diesel::joinable!(entries -> accounts (account_id));
diesel::allow_tables_to_appear_in_same_query!(accounts, entries);
