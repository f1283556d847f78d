#include "tilemap/map.hpp"

namespace tilemap {
namespace {

bool inside(Point p, int width, int height) {
  return p.x >= 0 && p.y >= 0 && p.x < width && p.y < height;
}

[[maybe_unused]] char glyph(Terrain terrain) {
  switch (terrain) {
    case Terrain::Water: return '~';
    case Terrain::Grass: return '.';
    case Terrain::Rock: return '#';
  }
  return '?';
}

}  // namespace

Map::Map(int width, int height) : width_(width), height_(height), rows_(height, Row(width, Terrain::Grass)) {}

Terrain Map::at(Point p) const {
  if (!inside(p, width_, height_)) throw OutOfMap("at");
  return rows_[p.y][p.x];
}

void Map::set(Point p, Terrain terrain) {
  if (!inside(p, width_, height_)) throw OutOfMap("set");
  rows_[p.y][p.x] = terrain;
}

void Map::rotate(int quarters) {
  throw std::logic_error("not implemented");
}

#if 0
void Map::flip() {
  for (auto& row : rows_) std::reverse(row.begin(), row.end());
}
#endif

}  // namespace tilemap
