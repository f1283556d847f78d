/* eslint-disable */
// Generated from the tile server's description. Do not edit.

export interface TileJson {
  tiles: string[];
  minzoom: number;
  maxzoom: number;
}

export class TileService {
  public static getTileJson(style: string): Promise<TileJson> {
    return fetch(`https://tiles.example.org/${style}.json`).then((r) => r.json());
  }
}
