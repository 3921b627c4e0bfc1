#include <algorithm>

#include "hardware/emulator/machine/Interpreter.hpp"

namespace luot::hardware::emulator::machine {

namespace {

paper::Align alignOf(int n) {
    switch (n) {
        case 1:
        case '1':
            return paper::Align::centre;
        case 2:
        case '2':
            return paper::Align::right;
        default:
            return paper::Align::left;
    }
}

/// Switches take 0 and 1, and the digits "0" and "1".
bool isOn(int n) { return (n & 0x0F) != 0; }

}  // namespace

void Interpreter::executeEsc(const command::Command& command) {
    const int n = command.at(2);
    switch (command.at(1)) {
        case '@':
            return reset();
        case 'a':
            align_ = alignOf(n);
            return;
        case 'J':
            return printLine(dotsDown(n));
        case 'd':
            for (int i = 0; i < n; ++i) printLine(lineSpacing_);
            return;
        case '!':
            style_ = {1 + (n >> 5 & 1), 1 + (n >> 4 & 1), (n & 8) != 0, (n & 128) != 0};
            return;
        case 'E':
        case 'G':
            style_.bold = isOn(n);
            return;
        case '-':
            style_.underlined = isOn(n);
            return;
        case '2':
            lineSpacing_ = 30;
            return;
        case '3':
            lineSpacing_ = dotsDown(n);
            return;
        case '$':
            return line_.moveTo(dotsAcross(command.word(2)));
        case '\\':
            return line_.moveTo(line_.x() + dotsAcross(static_cast<std::int16_t>(command.word(2))));
        default:
            return executeEscOther(command);
    }
}

void Interpreter::executeEscOther(const command::Command& command) {
    switch (command.at(1)) {
        case 'i':
        case 'm':
            return add(Cut{});
        case 'p':
            return add(Signal{"drawer"});
        case 'B':
            return add(Signal{"buzzer"});
        case '(':
            if (command.at(2) == 'A') return add(Signal{"buzzer"});
            return note(command, "not drawn");
        case '*':
        case 'V':
        case '{':
            // Its form decides; a switch that is off changes nothing.
            if (command.at(1) == '*' || isOn(command.at(2))) note(command, "not drawn");
            return;
        default:
            return;  // modes that change nothing here: code page, font, smoothing
    }
}

void Interpreter::executeGs(const command::Command& command) {
    const int n = command.at(2);
    switch (command.at(1)) {
        case 'v':
            return beginRaster(command);
        case 'V':
            return cut(command);
        case '!':
            style_.wide = 1 + (n >> 4 & 7);
            style_.high = 1 + (n & 7);
            return;
        case 'a':
            return add(Automatic{static_cast<std::uint8_t>(n)});
        case 'r':
            return add(
                Answer{(n & 0x0F) == 2 ? Answer::Kind::drawerSensor : Answer::Kind::paperSensor, 0, ""});
        case 'I':
            return add(Answer{Answer::Kind::identity, n, ""});
        case 'L':
        case 'W':
        case 'P':
            return measure(command);
        case '(':
        case '8':
            return executeExtended(command);
        case 'k':
        case '*':
        case '/':
            return note(command, "not drawn");
        default:
            return;  // modes of barcodes, white on black
    }
}

/// Margin, width and units; 0 as a unit: the first one again.
void Interpreter::measure(const command::Command& command) {
    switch (command.at(1)) {
        case 'L':
            area_.left = std::min(dotsAcross(command.word(2)), width_ - paper::cellWidth);
            area_.width = std::min(area_.width, width_ - area_.left);
            return;
        case 'W':
            area_.width = std::clamp(dotsAcross(command.word(2)), paper::cellWidth, width_ - area_.left);
            return;
        default:
            perInchAcross_ = command.at(2) == 0 ? firstPerInchAcross : command.at(2);
            perInchDown_ = command.at(3) == 0 ? firstPerInchDown : command.at(3);
    }
}

void Interpreter::executeExtended(const command::Command& command) {
    switch (command.at(2)) {
        case 'k':
            return print(symbol_.obey(command));
        case 'L':
            return print(graphics_.obey(command));
        case 'H':
            if (command.at(5) == 48 && command.bytes.size() == 11)
                add(Answer{Answer::Kind::processId, 0,
                           std::string(command.bytes.begin() + 7, command.bytes.end())});
            return;
        default:
            return note(command, "does nothing here");
    }
}

/// 0 and 1 cut where the paper stands, 65 and 66 feed to the cutter and n dots more.
void Interpreter::cut(const command::Command& command) {
    flush();
    const int form = command.at(2);
    const bool atOnce = form <= 1 || form == '0' || form == '1';
    add(Cut{!atOnce, atOnce ? 0 : dotsDown(command.at(3))});
}

}  // namespace luot::hardware::emulator::machine
