#pragma once
// span-lite 0.11, vendored.
namespace span_lite {
template <typename T>
struct strided_span {
  T* first;
  int stride;
  T& operator[](int i) const { return first[i * stride]; }
};
}  // namespace span_lite
