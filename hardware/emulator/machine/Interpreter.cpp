#include "hardware/emulator/machine/Interpreter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace luot::hardware::emulator::machine {

namespace {

/// So many notes are kept until they are taken; bytes that are no ESC/POS must not fill the memory.
constexpr std::size_t mostNotes = 100;

}  // namespace

Interpreter::Interpreter(int width, paper::Glyphs& glyphs)
    : width_(width), glyphs_(glyphs), area_{0, width} {}

std::vector<Work> Interpreter::take(std::uint8_t byte) {
    if (raster_) {
        rasterByte(byte);
    } else if (const auto command = assembler_.push(byte)) {
        execute(*command);
    }
    return std::exchange(work_, {});
}

void Interpreter::clear() {
    assembler_.clear();
    raster_.reset();
    line_ = {};
}

std::vector<std::string> Interpreter::takeNotes() { return std::exchange(notes_, {}); }

void Interpreter::note(const command::Command& command, std::string_view why) {
    if (notes_.size() < mostNotes) notes_.push_back(fmt::format("{}: {}", why, command.text()));
}

void Interpreter::execute(const command::Command& command) {
    if (!command.known) return note(command, "unknown command, left out");
    switch (command.at(0)) {
        case command::esc:
            return executeEsc(command);
        case command::gs:
            return executeGs(command);
        case command::dle:
            return;  // obeyed when it arrived
        case command::fs:
            return;  // modes of Asian letters
        default:
            return executeText(command.at(0));
    }
}

void Interpreter::reset() {
    clear();
    align_ = paper::Align::left;
    style_ = {};
    area_ = {0, width_};
    lineSpacing_ = 30;
    perInchAcross_ = firstPerInchAcross;
    perInchDown_ = firstPerInchDown;
    symbol_ = {};
    graphics_ = {};
    add(Reset{});
}

int Interpreter::leftOf(int width) const {
    const int free = std::max(0, area_.width - width);
    if (align_ == paper::Align::left) return area_.left;
    return area_.left + (align_ == paper::Align::right ? free : free / 2);
}

void Interpreter::print(const Block& block) {
    if (block.rows.empty()) return;
    flush();
    const int left = leftOf(block.width);
    for (const auto& dots : block.rows) {
        PrintRow row{paper::Row(static_cast<std::size_t>((width_ + 7) / 8))};
        paper::blacken(row.row, dots, left);
        add(std::move(row));
    }
}

void Interpreter::printLine(int atLeast) {
    auto rows = line_.print(glyphs_, align_, area_);
    const int left = atLeast - static_cast<int>(rows.size());
    for (auto& row : rows) add(PrintRow{std::move(row)});
    if (left > 0) add(Feed{left});
}

void Interpreter::flush() {
    if (!line_.empty()) printLine(lineSpacing_);
}

void Interpreter::letter(std::uint8_t character) {
    if (line_.put(character, style_, area_)) return;
    printLine(lineSpacing_);
    line_.put(character, style_, area_);
}

void Interpreter::executeText(int character) {
    constexpr int tab = 8 * paper::cellWidth;
    if (character == '\n') return printLine(lineSpacing_);
    if (character == '\t') return line_.moveTo((line_.x() / tab + 1) * tab);
    if (character == 0x07) return add(Signal{"buzzer"});
    if (character == 0x18) line_ = {};
    if (character >= ' ') letter(static_cast<std::uint8_t>(character));
}

void Interpreter::beginRaster(const command::Command& command) {
    const int mode = command.at(3) & 3;
    Raster raster;
    raster.bytesPerRow = static_cast<std::size_t>(command.word(4));
    raster.rowsLeft = command.word(6);
    raster.wide = 1 + (mode & 1);
    raster.high = 1 + (mode >> 1);
    if (command.at(2) != '0' || raster.bytesPerRow == 0 || raster.rowsLeft == 0)
        return note(command, "a picture without dots, left out");
    const int width = static_cast<int>(raster.bytesPerRow) * 8 * raster.wide;
    if (width > area_.width) note(command, fmt::format("{} dots are wider than the paper", width));
    flush();
    raster_ = std::move(raster);
}

void Interpreter::rasterByte(std::uint8_t byte) {
    raster_->begun.push_back(byte);
    if (raster_->begun.size() < raster_->bytesPerRow) return;
    const auto dots = std::exchange(raster_->begun, {});
    const int wide = raster_->wide;
    const int width = static_cast<int>(dots.size()) * 8;
    paper::Row stretched(dots.size() * static_cast<std::size_t>(wide));
    for (int x = 0; x < width * wide; ++x)
        if ((dots[static_cast<std::size_t>(x / wide / 8)] >> (7 - x / wide % 8) & 1) != 0)
            paper::blackenDot(stretched, x);
    PrintRow row{paper::Row(static_cast<std::size_t>((width_ + 7) / 8))};
    paper::blacken(row.row, stretched, leftOf(width * wide));
    for (int times = 0; times < raster_->high; ++times) add(row);
    if (--raster_->rowsLeft == 0) raster_.reset();
}

}  // namespace luot::hardware::emulator::machine
