#pragma once

#include <array>
#include <vector>

#include "hardware/escpos/ReplyReader.hpp"
#include "hardware/escpos/Status.hpp"
#include "hardware/printer/PrintDeadlines.hpp"
#include "hardware/printer/job/Talk.hpp"

namespace luot::hardware::printer::job {

/// Asks a printer how it is, one question at a time, because an answer does not say to what. A question
/// without an answer is asked once more; after that a second answer may still come late, and is waited for,
/// so that it does not count for the next question.
class Precheck final : public Talk {
public:
    Precheck(const PrintDeadlines& deadlines, Time now);

    Bytes toWrite() const override;
    void wrote(std::size_t bytes, Time now) override;
    void heard(Bytes bytes, Time now) override;
    void passed(Time now) override;
    void lost() override { lost_ = over_ = true; }
    Time deadline() const override { return deadline_; }
    bool over() const override { return over_; }

    bool answered() const { return answers_ > 0; }
    bool isLost() const { return lost_; }
    const escpos::Status& status() const { return status_; }

private:
    void ask(Time now);
    void next(Time now);
    void take(const escpos::RealTimeAnswer& answer, Time now);

    PrintDeadlines deadlines_;
    escpos::ReplyReader reader_;
    escpos::Status status_;
    std::array<std::uint8_t, 3> request_{};
    std::size_t unsent_ = 0;  ///< bytes of the request
    std::size_t question_ = 0;
    int tries_ = 0;
    int answers_ = 0;
    bool settling_ = false;
    bool lost_ = false;
    bool over_ = false;
    Time deadline_;
};

}  // namespace luot::hardware::printer::job
