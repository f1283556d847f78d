#include "tilemap/map.hpp"

namespace tilemap {

class RunLengthCodec {
 public:
  std::string encode(const Row& row) const {
    std::string out;
    for (Terrain terrain : row) out += static_cast<char>('a' + static_cast<int>(terrain);
    return out;
  }
};

}  // namespace tilemap
