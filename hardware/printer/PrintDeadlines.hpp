#pragma once

#include <chrono>

namespace luot::hardware::printer {

/// How long each step of a job may take.
struct PrintDeadlines {
    using Time = std::chrono::milliseconds;

    Time connect{3000};      ///< all attempts together
    Time write{10000};       ///< until the printer has taken a whole job
    Time confirm{10000};     ///< for its word that the job is on paper; 0: it is not asked for
    Time answer{300};        ///< to one question about its status; a silent one is asked twice
    Time betterAnswer{500};  ///< after GS r was answered: for the echo, while it is not known who can do what
    Time silence{3000};      ///< in place of `confirm` for one that has never confirmed any of several jobs
    Time ask{1000};          ///< between questions about its status while a job is printed

    /// The longest that the questions before a job can take: four, each asked twice, each with its pause.
    constexpr Time precheck() const { return 4 * 3 * answer; }
    constexpr Time whole() const { return connect + precheck() + write + confirm; }
};

}  // namespace luot::hardware::printer
