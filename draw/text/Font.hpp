#pragma once

#include <memory>

struct _PangoLayout;

namespace luot::draw::text {

/// Pixels a unit at which all texts are shaped.
constexpr double shapingScale = 10;

/// An empty layout whose glyphs keep their form and place at every scale (no hinting). The caller owns it.
_PangoLayout* newLayout();

/// Sets Noto Sans of that size (units) and weight, with tabular lining digits and letter spacing in em.
void setFont(_PangoLayout* layout, double size, int weight, double spacing);

/// How far letters must be thickened, in em, because no installed weight of Noto Sans is as heavy as that.
double missingWeight(int weight);

}  // namespace luot::draw::text
