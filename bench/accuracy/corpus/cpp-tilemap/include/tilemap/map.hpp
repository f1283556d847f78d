#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace tilemap {

enum class Terrain : std::uint8_t { Water, Grass, Rock };

struct Point {
  int x = 0;
  int y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

using Row = std::vector<Terrain>;

class OutOfMap : public std::out_of_range {
 public:
  using std::out_of_range::out_of_range;
};

/// Ways to look at a map. Fog of war (reveal, conceal) is a matter of the game.
class MapView {
 public:
  virtual ~MapView() = default;
  virtual Terrain at(Point p) const = 0;
  virtual void on_change(Point) {}  // hook: views without a cache have nothing to forget
};

class Map final : public MapView {
 public:
  Map(int width, int height);
  Map(const Map&) = delete;

  Terrain at(Point p) const override;
  void set(Point p, Terrain terrain);
  [[nodiscard]] int width() const noexcept { return width_; }
  void rotate(int quarters);
  static std::optional<Map> load(const std::string& path);

  template <typename F>
  void each(F&& visit) const {
    for (int y = 0; y < height_; ++y)
      for (int x = 0; x < width_; ++x) visit(Point{x, y}, rows_[y][x]);
  }

 private:
  int width_;
  int height_;
  std::vector<Row> rows_;
};

}  // namespace tilemap
