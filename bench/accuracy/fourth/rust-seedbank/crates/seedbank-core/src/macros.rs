/// Builds a taxon from two words.
#[macro_export]
macro_rules! taxon {
    ($genus:ident $species:ident) => {
        $crate::Taxon::new(stringify!($genus), stringify!($species))
    };
}
