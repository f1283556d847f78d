#pragma once

#include <vector>

#include "tilemap/map.hpp"

namespace tilemap {

template <typename Cost>
concept TerrainCost = requires(Cost cost, Terrain terrain) {
  { cost(terrain) };
};

std::vector<Point> find_path(const MapView& map, Point from, Point to);

int manhattan(Point a, Point b);

struct Heuristic {
  virtual ~Heuristic() = default;
  virtual int estimate(Point from, Point to) const = 0;
};

struct ManhattanHeuristic : Heuristic {
  int estimate(Point from, Point to) const override { return manhattan(from, to); }
};

struct ZeroHeuristic : Heuristic {
  // Turns A* into Dijkstra.
  int estimate(Point, Point) const override { return 0; }
};

struct LandmarkHeuristic : Heuristic {
  int estimate(Point, Point) const override { throw std::logic_error("not implemented"); }
};

}  // namespace tilemap
