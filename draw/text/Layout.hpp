#pragma once

#include <memory>

#include "draw/text/Measure.hpp"

struct _PangoLayout;
struct _cairo;

namespace luot::draw::text {

/// One text shaped and fitted into its box. It is shaped at one size for all screens and scaled when shown,
/// so that lines break alike everywhere. Belongs to the thread that made it.
class Layout {
public:
    explicit Layout(const Text& text);

    Placed placed() const;
    /// In one line at the preferred size, without the fit rule.
    double naturalWidth() const { return naturalWidth_; }
    void show(_cairo* cr, const Scale& scale) const;

private:
    struct Release {
        void operator()(_PangoLayout* layout) const;
    };
    void setText(const std::string& text);
    void setSize(double size);
    void fit();
    void shrinkThenWrap(double floor);
    void wrapThenShrink(double floor);
    bool wrapsInto(double width) const;
    void balance();
    bool wrapsLoosened();
    void cut();
    bool torn() const;
    Point origin() const;
    void showThickened(_cairo* cr, Point pixel, double unit) const;

    Text text_;
    std::unique_ptr<_PangoLayout, Release> layout_;
    double size_ = 0;
    double outline_ = 0;  ///< em; thickens letters when the font has no weight so heavy
    double naturalWidth_ = 0;
};

}  // namespace luot::draw::text
