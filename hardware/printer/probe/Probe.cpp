#include "hardware/printer/probe/Probe.hpp"

#include <functional>

#include "hardware/escpos/Encoder.hpp"
#include "hardware/escpos/ReplyReader.hpp"

namespace luot::hardware::printer::probe {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Bytes = std::span<const std::uint8_t>;

/// For what is answered in its turn; nothing waits before it.
constexpr auto answersWithin = 500ms;
constexpr escpos::ProcessId probeId{'P', 'R', 'O', 'B'};
constexpr int statusTries = 2;

/// One line while it is open. A line that breaks answers nothing any more.
class Questioner {
public:
    Questioner(line::Handle& handle, std::chrono::milliseconds statusWithin)
        : handle_(handle), statusWithin_(statusWithin) {}

    /// The first answer of that form.
    template <class Form>
    std::optional<Form> ask(Bytes question, std::chrono::milliseconds within = answersWithin) {
        const auto deadline = Clock::now() + within;
        if (!write(question, deadline)) return std::nullopt;
        while (Clock::now() < deadline && !broken_) {
            while (const auto reply = reader_.next())
                if (const auto* form = std::get_if<Form>(&*reply)) return *form;
            read(deadline);
        }
        return std::nullopt;
    }

    bool status(escpos::StatusQuestion about, escpos::Status& status) {
        for (int i = 0; i < statusTries; ++i) {
            const auto question = escpos::realTimeStatusRequest(about);
            const auto answer = ask<escpos::RealTimeAnswer>(question, statusWithin_);
            if (!answer) continue;
            status.takeAnswer(about, answer->byte);
            return true;
        }
        return false;
    }

    bool broken() const { return broken_; }

private:
    bool write(Bytes bytes, line::Deadline deadline) {
        while (!bytes.empty() && !broken_ && Clock::now() < deadline) {
            if (!handle_.wait(true, deadline).toWrite) continue;
            const auto sent = handle_.write(bytes);
            broken_ = !sent;
            if (sent) bytes = bytes.subspan(*sent);
        }
        return bytes.empty();
    }

    void read(line::Deadline deadline) {
        std::array<std::uint8_t, 512> part{};
        if (!handle_.wait(false, deadline).toRead) return;
        const auto got = handle_.read(part);
        broken_ = !got;
        if (got) reader_.take(Bytes(part).first(*got));
    }

    line::Handle& handle_;
    std::chrono::milliseconds statusWithin_;
    escpos::ReplyReader reader_;
    bool broken_ = false;
};

void askStatus(Questioner& questioner, Findings& findings) {
    using escpos::StatusQuestion;
    escpos::Status status;
    findings.tellsStatus = questioner.status(StatusQuestion::printer, status);
    if (!findings.tellsStatus) return;
    for (const auto about : {StatusQuestion::offlineCause, StatusQuestion::errorCause, StatusQuestion::paper})
        questioner.status(about, status);
    findings.fault = faultOf(status);
}

void askAbilities(Questioner& questioner, Findings& findings) {
    using namespace escpos;
    if (const auto maker = questioner.ask<Identity>(Encoder().init().requestMaker().bytes()))
        findings.maker = maker->text;
    if (const auto model = questioner.ask<Identity>(Encoder().requestModel().bytes()))
        findings.model = model->text;
    findings.fence = questioner.ask<PaperStatus>(Encoder().requestPaperStatus().bytes()).has_value();
    const auto echo = questioner.ask<ProcessIdEcho>(Encoder().requestProcessId(probeId).bytes());
    findings.processId = echo && echo->id == probeId;
    const auto report = questioner.ask<AutomaticStatus>(Encoder().automaticStatus().bytes());
    findings.reportsByItself = report.has_value();
    questioner.ask<AutomaticStatus>(Encoder().automaticStatus(0).bytes(), 50ms);
    findings.asked = true;
}

}  // namespace

Findings probe(line::Line& line, const PrintDeadlines& deadlines) {
    Findings findings;
    auto handle = line.open(Clock::now() + deadlines.connect);
    if (!handle) {
        findings.fault = handle.error().fault;
        findings.detail = handle.error().what;
        return findings;
    }
    findings.reached = true;
    handle->discardInput();
    Questioner questioner(*handle, deadlines.answer);
    askStatus(questioner, findings);
    if (!findings.tellsStatus) findings.fault = line.ownFault(*handle).value_or(PrintFault::none);
    if (!stopsPrinting(findings.fault)) askAbilities(questioner, findings);
    if (!questioner.broken()) return findings;
    findings.fault = PrintFault::unreachable;
    findings.detail = "the printer ended the connection";
    return findings;
}

}  // namespace luot::hardware::printer::probe
