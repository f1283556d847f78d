// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "../interfaces/IERC20.sol";

library SafeTransfer {
    error TransferFailed(address token);

    function pull(IERC20 token, address from, uint256 amount) internal {
        if (!token.transferFrom(from, address(this), amount)) revert TransferFailed(address(token));
    }

    function push(IERC20 token, address to, uint256 amount) internal {
        if (!token.transfer(to, amount)) revert TransferFailed(address(token));
    }
}

function mulDiv(uint256 x, uint256 y, uint256 denominator) pure returns (uint256) {
    return (x * y) / denominator;
}
