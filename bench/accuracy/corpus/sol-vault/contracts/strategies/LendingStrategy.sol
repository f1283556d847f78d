// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {BaseStrategy} from "./BaseStrategy.sol";

contract LendingStrategy is BaseStrategy {
    constructor(address asset_) BaseStrategy(asset_) {}

    function totalAssets() external pure override returns (uint256) {
        revert("not implemented");
    }

    function deposit(uint256) external pure override {
        revert("not implemented");
    }

    function withdraw(uint256) external pure override returns (uint256) {
        revert("not implemented");
    }

    function _harvest() internal pure override returns (uint256) {
        revert("not implemented");
    }
}
