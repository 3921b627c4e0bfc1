#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

/// Which parts a paper ticket has, in which order and size, as files of config/tickets say it.
namespace luot::dispenser::print::form {

/// Two numbers, dots: on paper of 80 mm and on paper of 58 mm.
using Pair = std::vector<double>;

/// One part of a ticket. `kind` says which of the other members count; see kindTable() in ReadForm.
struct Block {
    std::string kind;
    std::vector<std::string> says;  ///< names of contents, or keys of wording files
    Pair size;                      ///< of the letters
    Pair height;                    ///< of a bar or logo
    Pair ahead;                     ///< letters of the number of people ahead
    Pair turn;                      ///< letters of the expected turn
    Pair module;                    ///< of a QR code
    Pair gap;                       ///< white above; of a rule above and below
    std::string align = "left";
    double spacing = 0;  ///< between letters, em
    bool bold = false;
    bool filled = false;  ///< white letters on a black bar
    bool whole = true;    ///< a bar over the whole width, else as wide as its words
    bool beside = true;   ///< words beside the QR code, else under it
    bool second = false;  ///< the second language under the first
};
BOOST_DESCRIBE_STRUCT(Block, (),
                      (kind, says, size, height, ahead, turn, module, gap, align, spacing, bold, filled,
                       whole, beside, second))

/// A ticket's parts from top to bottom.
struct TicketForm {
    std::string name;
    Pair margin;  ///< at each side
    std::vector<Block> blocks;
};
BOOST_DESCRIBE_STRUCT(TicketForm, (), (name, margin, blocks))

/// Narrower paper than this gets the second number of each pair, dots.
constexpr int leastFor80mm = 500;

constexpr bool isNarrow(int width) { return width < leastFor80mm; }
/// 0 of a pair that was not given.
inline double onPaper(const Pair& pair, int width) {
    return pair.size() != 2 ? 0 : pair[isNarrow(width) ? 1 : 0];
}

/// Smallest letters that everybody can read, dots: 3 mm and 2.25 mm.
constexpr double leastLetters80mm = 24;
constexpr double leastLetters58mm = 18;

}  // namespace luot::dispenser::print::form
