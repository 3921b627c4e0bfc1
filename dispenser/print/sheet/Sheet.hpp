#pragma once

#include <string>

#include "dispenser/print/TicketLayout.hpp"

/// Sets the parts of a ticket one under the other.
namespace luot::dispenser::print::sheet {

/// One ticket while it is being laid out.
class Sheet {
public:
    Sheet(const TicketText& text, const TicketPaper& paper);
    draw::DrawList lay();

private:
    using Block = form::Block;
    using Pair = form::Pair;

    double on(const Pair& pair) const { return form::onPaper(pair, paper_.width); }
    double width() const { return paper_.width; }
    draw::Rect column() const { return {margin_, y_, width() - 2 * margin_, 0}; }
    double leastLetters() const;
    /// Adds a text of the needed height at the column's place; gives that height.
    double set(draw::Rect column, const std::string& text, draw::Text look);
    /// The same, with the second language under it.
    double setBoth(draw::Rect column, const Phrase& phrase, draw::Text look, bool second);
    /// What the block says, several sentences as one text.
    Phrase phraseOf(const Block& block) const;

    void put(const Block& block);
    void text(const Block& block);
    void row(const Block& block);
    void rule(const Block& block);
    void number(const Block& block);
    void mark(const Block& block);
    void bar(draw::Rect bar, const Block& block, draw::Text word);
    void logo(const Block& block);
    void turn(const Block& block);
    double turnPart(draw::Rect column, const std::string& name, const Block& block);
    void code(const Block& block);
    void under(const Block& block);
    double paragraphs(draw::Rect column, const Block& block, draw::Align align);

    const TicketText& text_;
    const TicketPaper& paper_;
    double margin_;
    double y_;
    double white_ = 0;  ///< dots above y_ that are free of ink for certain
    draw::DrawList list_;
};

}  // namespace luot::dispenser::print::sheet
