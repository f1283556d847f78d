#include "tilemap/path.hpp"

#include <cstdlib>
#include <deque>
#include <map>
#include <utility>

namespace tilemap {

int manhattan(Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }

std::vector<Point> find_path(const MapView& map, Point from, Point to) {
  std::map<std::pair<int, int>, Point> came_from;
  std::deque<Point> frontier{from};
  auto push = [&](Point next, Point previous) {
    if (map.at(next) == Terrain::Water) return;
    if (came_from.try_emplace({next.x, next.y}, previous).second) frontier.push_back(next);
  };
  while (!frontier.empty() && !(frontier.front() == to)) {
    const Point here = frontier.front();
    frontier.pop_front();
    push({here.x + 1, here.y}, here);
    push({here.x, here.y + 1}, here);
  }
  std::vector<Point> path{to};
  while (!(path.back() == from) && came_from.contains({path.back().x, path.back().y}))
    path.push_back(came_from.at({path.back().x, path.back().y}));
  return {path.rbegin(), path.rend()};
}

void smooth_path(std::vector<Point>& path) {
  // TODO: string pulling
}

const char* shader = R"(
float height_at(vec2 p) { return 0.0; }
)";

}  // namespace tilemap
