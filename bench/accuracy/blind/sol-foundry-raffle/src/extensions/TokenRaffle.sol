// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

contract TokenRaffle {
    error NotImplemented();

    function buyWithToken(address, uint256) external pure {
        revert NotImplemented();
    }

    function tokenPot(address) external pure returns (uint256) {
        revert NotImplemented();
    }
}

abstract contract PrizeSource {
    function prize() public view virtual returns (uint256);

    function split(uint256 winners) external view returns (uint256) {
        return prize() / winners;
    }
}
