use crate::{Error, Result};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub key: Vec<u8>,
    pub value: Option<Vec<u8>>,
}

pub struct Tombstone;

pub fn encode(record: &Record, out: &mut Vec<u8>) -> Result<usize> {
    let length = u16::try_from(record.key.len()).map_err(|_| Error::KeyTooLong(record.key.len()))?;
    let start = out.len();
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(&record.key);
    match &record.value {
        Some(value) => {
            out.extend_from_slice(&(value.len() as u32).to_le_bytes());
            out.extend_from_slice(value);
        }
        None => out.extend_from_slice(&u32::MAX.to_le_bytes()),
    }
    Ok(out.len() - start)
}

pub fn decode(bytes: &[u8], offset: u64) -> Result<(Record, usize)> {
    let take = |from: usize, to: usize| bytes.get(from..to).ok_or(Error::Corrupt { offset });
    let key_length = u16::from_le_bytes(take(0, 2)?.try_into().unwrap()) as usize;
    let key = take(2, 2 + key_length)?.to_vec();
    let at = 2 + key_length;
    let value_length = u32::from_le_bytes(take(at, at + 4)?.try_into().unwrap());
    if value_length == u32::MAX {
        return Ok((Record { key, value: None }, at + 4));
    }
    let end = at + 4 + value_length as usize;
    Ok((Record { key, value: Some(take(at + 4, end)?.to_vec()) }, end))
}

#[cfg(feature = "compression")]
pub fn compress(input: &[u8]) -> Vec<u8> {
    unimplemented!("pick a codec")
}

#[allow(dead_code)]
fn hex_dump(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/* nested /* comment */
pub fn decode_v1(bytes: &[u8]) -> Record {
    todo!()
}
*/

#[cfg(test)]
mod tests {
    use super::*;

    fn sample_record() -> Record {
        Record { key: b"k".to_vec(), value: None }
    }

    #[test]
    fn what_is_encoded_is_decoded() {
        let mut out = Vec::new();
        let written = encode(&sample_record(), &mut out).unwrap();
        assert_eq!(decode(&out, 0).unwrap(), (sample_record(), written));
    }
}
