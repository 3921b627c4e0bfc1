#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hardware/emulator/command/Assembler.hpp"
#include "hardware/emulator/machine/Symbol.hpp"
#include "hardware/emulator/machine/Work.hpp"
#include "hardware/emulator/paper/Line.hpp"

namespace luot::hardware::emulator::machine {

/// Turns bytes into work: what to print, to cut and to answer. Knows no time, no paper and no faults.
class Interpreter {
public:
    /// `width`: dots of the head. The glyphs must outlive it.
    Interpreter(int width, paper::Glyphs& glyphs);

    /// What this byte completes; mostly nothing.
    std::vector<Work> take(std::uint8_t byte);
    /// Forgets what is begun, as when a buffer is cleared.
    void clear();
    /// Sentences for the log about what was left out; taken away.
    std::vector<std::string> takeNotes();

private:
    /// Rows of GS v 0 that are still to come.
    struct Raster {
        std::size_t bytesPerRow = 0;
        int rowsLeft = 0;
        int wide = 1;
        int high = 1;
        paper::Row begun;
    };
    void execute(const command::Command& command);
    void executeEsc(const command::Command& command);
    void executeEscOther(const command::Command& command);
    void executeGs(const command::Command& command);
    void executeExtended(const command::Command& command);
    void measure(const command::Command& command);
    void executeText(int character);
    void beginRaster(const command::Command& command);
    void rasterByte(std::uint8_t byte);
    void cut(const command::Command& command);
    void reset();
    int dotsDown(int units) const { return units * headPerInch / perInchDown_; }
    int dotsAcross(int units) const { return units * headPerInch / perInchAcross_; }
    void letter(std::uint8_t character);
    void printLine(int atLeast);
    void flush();
    void print(const Block& block);
    void note(const command::Command& command, std::string_view why);
    int leftOf(int width) const;
    template <class T>
    void add(T work) {
        work_.emplace_back(std::move(work));
    }

    /// Dots of the head.
    static constexpr int headPerInch = 203;
    /// Motion units until GS P says otherwise: a dot across, half a dot down (Epson TM-T82III, ESC/POS
    /// reference, GS P).
    static constexpr int firstPerInchAcross = headPerInch;
    static constexpr int firstPerInchDown = 2 * headPerInch;

    int width_ = 0;
    paper::Glyphs& glyphs_;
    command::Assembler assembler_;
    std::optional<Raster> raster_;
    paper::Line line_;
    paper::Align align_ = paper::Align::left;
    paper::Style style_;
    paper::Area area_;
    int lineSpacing_ = 30;  ///< dots
    int perInchAcross_ = firstPerInchAcross;
    int perInchDown_ = firstPerInchDown;
    Symbol symbol_;
    Graphics graphics_;
    std::vector<Work> work_;
    std::vector<std::string> notes_;
};

}  // namespace luot::hardware::emulator::machine
