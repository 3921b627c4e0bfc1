#pragma once

#include <optional>
#include <vector>

#include "hardware/escpos/ReplyReader.hpp"
#include "hardware/printer/job/DressedJob.hpp"
#include "hardware/printer/job/Precheck.hpp"
#include "hardware/printer/job/StatusWatch.hpp"

namespace luot::hardware::printer::job {

/// One job from QUEUED to its end: asks how the printer is, sends, and listens until the job is confirmed,
/// failed or nobody can say. Sends a job once.
class Conversation final : public Talk {
public:
    /// So many jobs without a confirmation, and one that never gave any is waited for less long.
    static constexpr int silentEnough = 3;
    struct Start {
        DeviceRecord device;
        PrintDeadlines deadlines;
        /// So many bytes first end a picture that an earlier job has left unfinished in the printer.
        std::size_t zeros = 0;
        /// What the line says of a printer that answers no question itself.
        PrintFault line = PrintFault::none;
        int bytesPerSecond = 0;  ///< of the line, see Line
    };
    Conversation(const PrintJob& job, const Start& start, Time now);

    Bytes toWrite() const override;
    void wrote(std::size_t bytes, Time now) override;
    void heard(Bytes bytes, Time now) override;
    void passed(Time now) override;
    void lost() override;
    Time deadline() const override;
    bool over() const override { return state_ > PrintState::sent; }

    PrintState state() const { return state_; }
    PrintReport report() const { return {state_, fault_, detail_, firstByte_}; }
    /// What the printer has shown that it can.
    DeviceRecord learnt() const { return device_; }
    /// Something of the job has left us.
    bool begun() const { return taken_ > 0; }
    /// Until then the job should have left us.
    Time writeBy() const { return writeBy_; }
    /// Bytes of a job that was begun, but did not go whole.
    std::size_t cutOff() const { return begun() ? unsent().size() : 0; }

private:
    Bytes unsent() const { return Bytes(job_.bytes).subspan(taken_); }
    void afterPrecheck(Time now);
    void beginSending(Time now);
    PrintDeadlines::Time patience() const;
    void afterSending(Time now);
    void take(const escpos::Reply& reply, Time now);
    void takeFence(Time now);
    void look();
    void end(PrintState state, PrintFault fault, std::string detail);
    void confirm(Confirmation how);
    bool ticketTaken() const { return taken_ >= ticketEnd_; }

    std::optional<std::array<char, 4>> id_;
    PrintFault line_;
    int bytesPerSecond_;
    PrintDeadlines deadlines_;
    DeviceRecord device_;
    Precheck precheck_;
    DressedJob job_;
    std::size_t ticketEnd_ = 0;
    std::size_t taken_ = 0;
    StatusWatch watch_;
    std::vector<std::uint8_t> question_;  ///< unsent bytes of the watch
    escpos::ReplyReader reader_;
    escpos::Status status_;
    int fences_ = 0;  ///< answers to GS r
    Time sendingSince_;
    Time writeBy_;
    Time confirmBy_;
    Time limit_;  ///< of the state
    Time begun_;
    std::chrono::milliseconds firstByte_{};  ///< after `begun_`
    PrintState state_ = PrintState::queued;
    PrintFault fault_ = PrintFault::none;
    std::string detail_;
};

}  // namespace luot::hardware::printer::job
