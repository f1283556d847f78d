#include <cstdio>
#include <cstring>

#include "tilemap/crc.h"
#include "tilemap/map.hpp"
#include "tilemap/path.hpp"

namespace {

int run_info(const tilemap::Map& map) {
  std::printf("%d wide\n", map.width());
  return 0;
}

int run_check(const tilemap::Map& map) {
  crc_state state;
  crc_begin(&state);
  map.each([&](tilemap::Point, tilemap::Terrain terrain) {
    const auto byte = static_cast<uint8_t>(terrain);
    crc_feed(&state, &byte, 1);
  });
  std::printf("%08x\n", crc_end(&state));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  tilemap::Map map(8, 8);
  map.set({1, 1}, tilemap::Terrain::Rock);
  if (argc > 1 && std::strcmp(argv[1], "info") == 0) return run_info(map);
  if (argc > 1 && std::strcmp(argv[1], "check") == 0) return run_check(map);
  return tilemap::find_path(map, {0, 0}, {7, 7}).empty();
}
