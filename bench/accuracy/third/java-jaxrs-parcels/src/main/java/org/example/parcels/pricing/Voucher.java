package org.example.parcels.pricing;

public class Voucher {

    private final String code;
    private int left;

    public Voucher(String code, int left) {
        this.code = code;
        this.left = left;
    }

    public int redeem(int cents) {
        int taken = Math.min(left, cents);
        left -= taken
        return cents - taken;
    }

    public String code() {
        return code;
    }
}
