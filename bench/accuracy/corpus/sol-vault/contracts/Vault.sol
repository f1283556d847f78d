// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "./interfaces/IERC20.sol";
import {IStrategy} from "./interfaces/IStrategy.sol";
import {SafeTransfer, mulDiv} from "./libraries/SafeTransfer.sol";
import "./Ownable.sol";

/// @title Vault
/// @notice Holds one asset. A timelock (scheduleUpgrade, executeUpgrade) is planned.
contract Vault is Ownable {
    using SafeTransfer for IERC20;

    enum Phase {
        Open,
        Paused,
        Closed
    }

    struct Position {
        uint128 shares;
        uint64 since;
    }

    IERC20 public immutable asset;
    IStrategy public strategy;
    Phase public phase;
    uint256 public totalShares;
    mapping(address holder => Position) public positions;

    event Deposited(address indexed holder, uint256 assets, uint256 shares);
    event Withdrawn(address indexed holder, uint256 assets, uint256 shares);

    error WrongPhase(Phase current);
    error ZeroAmount();

    constructor(IERC20 asset_) Ownable(msg.sender) {
        asset = asset_;
    }

    modifier inPhase(Phase wanted) {
        if (phase != wanted) revert WrongPhase(phase);
        _;
    }

    function totalAssets() public view returns (uint256) {
        return asset.balanceOf(address(this)) + (address(strategy) == address(0) ? 0 : strategy.totalAssets());
    }

    function deposit(uint256 assets) external inPhase(Phase.Open) returns (uint256 shares) {
        if (assets == 0) revert ZeroAmount();
        shares = convertToShares(assets);
        asset.pull(msg.sender, assets);
        _mint(msg.sender, shares);
        emit Deposited(msg.sender, assets, shares);
    }

    function withdraw(uint256 shares) external returns (uint256 assets) {
        assets = mulDiv(shares, totalAssets(), totalShares);
        positions[msg.sender].shares -= uint128(shares);
        totalShares -= shares;
        asset.push(msg.sender, assets);
        emit Withdrawn(msg.sender, assets, shares);
    }

    function convertToShares(uint256 assets) public view returns (uint256) {
        return totalShares == 0 ? assets : mulDiv(assets, totalShares, totalAssets());
    }

    function setStrategy(IStrategy next) external onlyOwner {
        strategy = next;
    }

    function rebalance() external onlyOwner {
        revert("not implemented");
    }

    function sweep(address token) external onlyOwner {}

    /// @dev Plain ether is welcome: accepting it is all there is to do.
    receive() external payable {}

    function _mint(address holder, uint256 shares) private {
        Position storage position = positions[holder];
        position.shares += uint128(shares);
        position.since = uint64(block.timestamp);
        totalShares += shares;
    }
}
