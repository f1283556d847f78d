use crate::accession::Accession;

pub fn render_label(accession: &Accession) -> String {
    let vault = match accession.vault {
        Some(vault) => format!("{vault:?}"),
        None => String::from("unplaced"),
    };
    format!("{}\n{}\n{vault}", accession.id.as_str(), accession.taxon)
}

#[allow(dead_code)]
pub(crate) fn render_qr(_accession: &Accession) -> Vec<u8> {
    // TODO: draw the code
    Vec::new()
}
