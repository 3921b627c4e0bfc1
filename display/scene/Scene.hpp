#pragma once

#include <optional>
#include <string>
#include <vector>

/// What the waiting-room screen says, in the words of its language and ready to be laid out. Views know
/// nothing else.
namespace luot::display::scene {

/// A call as it is written on the screen.
struct CallLine {
    std::string number;
    std::string counter;  ///< its number, or its name
    bool counterHasName = false;
    std::string service;
    std::string recall;  ///< the words of a recall; empty for a first call
    bool priority = false;
    bool flashOn = false;  ///< the yellow half of its flash
    bool dim = false;      ///< not called lately
    bool operator==(const CallLine&) const = default;
};

struct Fact {
    std::string icon;
    std::string label;
    std::vector<std::string> values;  ///< as many of them as fit are shown, the first always
    bool operator==(const Fact&) const = default;
};

struct NoticePage {
    std::string icon;
    std::string text;
    int page = 0;
    int pages = 1;
    bool operator==(const NoticePage&) const = default;
};

/// In place of the call before the first one of a day.
struct Rest {
    std::string centre;
    std::string sentence;
    bool open = false;
    bool operator==(const Rest&) const = default;
};

/// The frame that covers calls and table while they cannot be trusted.
struct Lost {
    std::string headline;
    std::string sentence;
    std::string asOf;     ///< when the calls below were true
    bool offline = true;  ///< else the server is there and cannot write
    bool operator==(const Lost&) const = default;
};

/// Words that stand on the screen all day.
struct Words {
    std::string nowCalling;
    std::string goTo;
    std::string counter;
    std::string priority;
    std::string recent;
    std::string noCalls;
    bool operator==(const Words&) const = default;
};

struct Scene {
    std::string authority;
    std::string centre;
    std::string date;
    std::string clock;
    Words words;
    std::vector<CallLine> cards;  ///< none, one or two, the upper first
    Rest rest;                    ///< when there is no card
    std::vector<CallLine> table;  ///< newest first
    std::vector<Fact> facts;
    NoticePage notice;
    std::optional<Lost> lost;
    bool operator==(const Scene&) const = default;
};

}  // namespace luot::display::scene
