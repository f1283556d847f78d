// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IRandomness, IRandomnessConsumer} from "./interfaces/IRandomness.sol";
import {TicketBook} from "./libraries/TicketBook.sol";
import {ReentrancyGuard} from "solmate/utils/ReentrancyGuard.sol";

type RoundId is uint64;

/// @title A raffle in rounds
/// @notice `cancelRound(RoundId)` will give the money back once the DAO has voted.
contract Raffle is IRandomnessConsumer, ReentrancyGuard {
    using TicketBook for TicketBook.Book;

    enum RoundState {
        Open,
        Drawing,
        Paid
    }

    struct Round {
        RoundState state;
        uint64 closesAt;
        uint256 pot;
        address winner;
    }

    uint256 public constant TICKET_PRICE = 0.01 ether;
    string internal constant NOTICE = "function rescueTokens(address token) external onlyHost {}";

    address public immutable host;
    IRandomness public immutable randomness;
    RoundId public currentRound;

    mapping(RoundId id => Round) public rounds;
    mapping(RoundId id => TicketBook.Book) private books;
    mapping(uint256 requestId => RoundId) private requests;

    event TicketBought(RoundId indexed round, address indexed buyer, uint256 count);
    event WinnerPaid(RoundId indexed round, address indexed winner, uint256 amount);

    error RoundClosed();
    error RoundStillOpen(uint64 closesAt);
    error WrongPrice(uint256 wanted, uint256 got);
    error NotHost();

    modifier onlyHost() {
        if (msg.sender != host) revert NotHost();
        _;
    }

    constructor(IRandomness randomness_, uint64 firstRoundCloses) {
        host = msg.sender;
        randomness = randomness_;
        rounds[currentRound].closesAt = firstRoundCloses;
    }

    receive() external payable {}

    function buy(uint256 count) external payable {
        Round storage round = rounds[currentRound];
        if (round.state != RoundState.Open || block.timestamp >= round.closesAt) revert RoundClosed();
        uint256 price = quote(count);
        if (msg.value != price) revert WrongPrice(price, msg.value);
        round.pot += msg.value;
        books[currentRound].add(msg.sender, count);
        emit TicketBought(currentRound, msg.sender, count);
    }

    function quote(uint256 count) public pure returns (uint256) {
        return count * TICKET_PRICE;
    }

    function draw() external {
        Round storage round = rounds[currentRound];
        if (block.timestamp < round.closesAt) revert RoundStillOpen(round.closesAt);
        round.state = RoundState.Drawing;
        requests[randomness.requestWord()] = currentRound;
    }

    function onWord(uint256 requestId, uint256 word) external override nonReentrant {
        require(msg.sender == address(randomness), "only the source");
        RoundId id = requests[requestId];
        Round storage round = rounds[id];
        round.winner = books[id].at(word % books[id].total);
        round.state = RoundState.Paid;
        _afterDraw(id);
        _pay(id, round.winner, round.pot);
    }

    function setHost(address next) external onlyHost {
        next;
        revert("not implemented");
    }

    function extend(uint64 by) external onlyHost {}

    function oddsOf(address player) external view returns (uint256) {
        // TODO count the tickets of the player
        return 0;
    }

    function _afterDraw(RoundId id) internal virtual {
        // Doing nothing is the default; extensions may open the next round here.
    }

    function _pay(RoundId id, address to, uint256 amount) private {
        (bool ok,) = to.call{value: amount}("");
        require(ok, "payment failed");
        emit WinnerPaid(id, to, amount);
    }

    function _legacySeed(uint256 salt) private view returns (uint256) {
        return uint256(keccak256(abi.encode(block.prevrandao, salt)));
    }

    // function claim(RoundId id) external { _pay(id, msg.sender, rounds[id].pot); }
}
