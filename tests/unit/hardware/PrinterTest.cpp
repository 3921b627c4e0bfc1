#include "hardware/printer/Printer.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <thread>

namespace luot::hardware::printer {
namespace {

using namespace std::chrono_literals;
using base::Fault;

/// A printer on a loopback port that takes one job and answers with `answer` when it has `expected` bytes.
class ScriptedPrinter {
public:
    ScriptedPrinter(std::size_t expected, std::string answer) {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(::listen(listener_, 1), 0);
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this, expected, answer = std::move(answer)] { serve(expected, answer); });
    }
    ~ScriptedPrinter() {
        join();
        ::close(listener_);
    }
    void join() {
        if (thread_.joinable()) thread_.join();
    }
    std::string setting() const { return "tcp:127.0.0.1:" + std::to_string(port_); }
    const std::string& received() const { return received_; }

private:
    void serve(std::size_t expected, const std::string& answer) {
        const int peer = ::accept(listener_, nullptr, nullptr);
        char part[4096];
        while (received_.size() < expected) {
            const auto got = ::recv(peer, part, sizeof part, 0);
            if (got <= 0) break;
            received_.append(part, static_cast<std::size_t>(got));
        }
        if (!answer.empty()) {
            EXPECT_GT(::send(peer, answer.data(), answer.size(), MSG_NOSIGNAL), 0);
        }
        while (::recv(peer, part, sizeof part, 0) > 0) {
        }
        ::close(peer);
    }

    int listener_ = -1;
    int port_ = 0;
    std::thread thread_;
    std::string received_;
};

PrintJob job() { return {"A001", {0x1B, 0x40, 0x1D, 0x56, 0x42, 0x03}, std::array{'0', '0', '0', '7'}}; }

base::Result<Outcome> printAt(const std::string& setting, PrintDeadlines deadlines) {
    auto printer = openPrinter(setting, deadlines);
    if (!printer) return tl::unexpected(printer.error());
    return (*printer)->print(job());
}

TEST(TcpPrinterTest, ConfirmsAJobWhoseProcessIdComesBackAmongStatusBytes) {
    ScriptedPrinter peer(6, std::string("\x14\x00\x00\x0F\x37\x22\x30\x30\x30\x37\x00", 11));
    const auto outcome = printAt(peer.setting(), {1s, 1s, 1s});
    peer.join();
    ASSERT_TRUE(outcome) << outcome.error().what;
    EXPECT_EQ(*outcome, Outcome::confirmed);
    EXPECT_EQ(peer.received(), std::string("\x1B\x40\x1D\x56\x42\x03", 6));
}

TEST(TcpPrinterTest, DoesNotTrustThatAJobWasPrintedWithoutAnEcho) {
    ScriptedPrinter peer(6, std::string("\x37\x22\x30\x30\x30\x36\x00", 7));
    const auto outcome = printAt(peer.setting(), {1s, 1s, 50ms});
    ASSERT_TRUE(outcome) << outcome.error().what;
    EXPECT_EQ(*outcome, Outcome::unknown);
}

TEST(TcpPrinterTest, FailsWhenNobodyListens) {
    std::string setting;
    {
        ScriptedPrinter gone(0, "");
        setting = gone.setting();
        (void)printAt(setting, {1s, 1s, 1ms});
    }
    const auto outcome = printAt(setting, {1s, 1s, 1s});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().fault, Fault::unavailable);
}

TEST(TcpPrinterTest, GivesUpOnAPrinterThatTakesNoBytes) {
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    const int small = 4096;
    setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(::listen(listener, 1), 0);
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    auto printer = openPrinter("tcp:127.0.0.1:" + std::to_string(ntohs(address.sin_port)), {1s, 100ms, 1s});
    ASSERT_TRUE(printer);
    PrintJob large = job();
    large.bytes.resize(16 * 1024 * 1024);
    const auto outcome = (*printer)->print(large);
    ::close(listener);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().fault, Fault::timedOut);
}

TEST(FilePrinterTest, LeavesEachJobInAFileOfItsOwn) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "luot-file-printer-test";
    std::filesystem::remove_all(folder);
    for (int i = 0; i < 2; ++i) {
        const auto outcome = printAt("file:" + folder.string(), {});
        ASSERT_TRUE(outcome) << outcome.error().what;
        EXPECT_EQ(*outcome, Outcome::confirmed);
    }
    std::ifstream in(folder / "A001-2.escpos", std::ios::binary);
    const std::string written(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(written, std::string("\x1B\x40\x1D\x56\x42\x03", 6));
    EXPECT_TRUE(std::filesystem::exists(folder / "A001.escpos"));
    std::filesystem::remove_all(folder);
}

TEST(FilePrinterTest, FailsWhenTheFolderCannotBeMade) {
    const auto outcome = printAt("file:/proc/no-such-folder", {});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().fault, Fault::storage);
}

TEST(NullPrinterTest, NeverClaimsThatPaperCameOut) { EXPECT_FALSE(printAt("none", {})); }

TEST(OpenPrinterTest, RefusesSettingsItDoesNotKnow) {
    for (const char* wrong : {"", "tcp:", "tcp:host", "tcp:host:", "tcp::9100", "tcp:h:99999", "tcp:h:91x",
                              "file:", "usb:/dev/usb/lp0"}) {
        const auto printer = openPrinter(wrong);
        ASSERT_FALSE(printer) << wrong;
        EXPECT_EQ(printer.error().fault, Fault::invalidInput);
    }
}

}  // namespace
}  // namespace luot::hardware::printer
