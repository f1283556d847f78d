// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IStrategy} from "../interfaces/IStrategy.sol";

abstract contract BaseStrategy is IStrategy {
    address public immutable override asset;

    constructor(address asset_) {
        asset = asset_;
    }

    function harvest() external virtual returns (uint256 profit) {
        profit = _harvest();
        _afterHarvest(profit);
        emit Harvested(profit);
    }

    function _harvest() internal virtual returns (uint256);

    /// @dev Hook for strategies that book-keep; does nothing by default.
    function _afterHarvest(uint256 profit) internal virtual {}
}
