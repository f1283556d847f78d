//! Small building blocks for looking accessions up.

use std::collections::HashMap;
use std::marker::PhantomData;
use std::ops::{BitAnd, Not};

use crate::accession::{Accession, Vault};

pub type Predicate = Box<dyn Fn(&Accession) -> bool + Send + Sync>;

pub struct Filter(Predicate);

impl Filter {
    pub fn new(f: impl Fn(&Accession) -> bool + Send + Sync + 'static) -> Self {
        Self(Box::new(f))
    }

    pub fn apply<'a>(&'a self, all: &'a [Accession]) -> impl Iterator<Item = &'a Accession> + 'a {
        all.iter().filter(move |a| (self.0)(a))
    }

    pub fn explain(&self) -> String {
        String::new() // FIXME: not done yet, the parts have no names
    }
}

impl BitAnd for Filter {
    type Output = Filter;

    fn bitand(self, other: Filter) -> Filter {
        Filter::new(move |a| (self.0)(a) && (other.0)(a))
    }
}

impl Not for Filter {
    type Output = Filter;

    fn not(self) -> Filter {
        Filter::new(move |a| !(self.0)(a))
    }
}

pub fn by_genus(genus: &'static str) -> impl Fn(&Accession) -> bool {
    move |a| a.taxon.genus == genus
}

pub const fn shelf_of(vault: Vault) -> Option<u8> {
    match vault {
        Vault::Base { shelf } => Some(shelf),
        Vault::Active | Vault::Duplicate(_) => None,
    }
}

pub trait Index {
    type Key: std::hash::Hash + Eq;
    const NAME: &'static str;

    fn key(accession: &Accession) -> Self::Key;
}

pub struct ByGenus;

impl Index for ByGenus {
    type Key = String;
    const NAME: &'static str = "genus";

    fn key(accession: &Accession) -> String {
        accession.taxon.genus.clone()
    }
}

pub struct Indexed<I: Index> {
    map: HashMap<I::Key, Vec<usize>>,
    _index: PhantomData<I>,
}

impl<I: Index> FromIterator<(usize, I::Key)> for Indexed<I> {
    fn from_iter<T: IntoIterator<Item = (usize, I::Key)>>(iter: T) -> Self {
        let mut map: HashMap<I::Key, Vec<usize>> = HashMap::new();
        for (at, key) in iter {
            map.entry(key).or_default().push(at);
        }
        Self { map, _index: PhantomData }
    }
}

impl<I: Index> Indexed<I> {
    pub fn positions(&self, key: &I::Key) -> &[usize] {
        self.map.get(key).map_or(&[], Vec::as_slice)
    }

    pub fn rebuild(&mut self) {}
}

pub struct Pages<'a> {
    rest: &'a [Accession],
    size: usize,
}

impl<'a> Iterator for Pages<'a> {
    type Item = &'a [Accession];

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let (page, rest) = self.rest.split_at(self.size.min(self.rest.len()));
        self.rest = rest;
        Some(page)
    }
}

pub mod sort {
    use super::Accession;

    pub fn by_weight(a: &Accession, b: &Accession) -> std::cmp::Ordering {
        a.grams.total_cmp(&b.grams)
    }
}
