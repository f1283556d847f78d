#include <cassert>

#include "tilemap/map.hpp"

namespace {

class FlatView : public tilemap::MapView {
 public:
  tilemap::Terrain at(tilemap::Point) const override { return tilemap::Terrain::Grass; }
};

}  // namespace

int main() {
  tilemap::Map map(2, 2);
  map.set({1, 1}, tilemap::Terrain::Water);
  assert(map.at({1, 1}) == tilemap::Terrain::Water);
  FlatView flat;
  assert(flat.at({0, 0}) == tilemap::Terrain::Grass);
}
