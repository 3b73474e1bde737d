package redflag.signs;

/** How the last digit of a number follows from the others. */
enum CheckDigit {
    /** Behind {@code 1Z}, the last character left out: letters as 2 to 9, 0, 1 and so on, every second one twice. */
    UPS {
        @Override
        boolean fits(String number) {
            int sum = 0;
            for (int i = 2; i < number.length() - 1; i++) {
                char c = number.charAt(i);
                int value = Character.isDigit(c) ? c - '0' : (c - 'A' + 2) % 10;
                sum += i % 2 == 0 ? value : 2 * value;
            }
            return number.charAt(number.length() - 1) == '0' + (10 - sum % 10) % 10;
        }
    },
    /** From the right three times and once in turn, as GS1 and USPS reckon. */
    WEIGHTS_OF_THREE {
        @Override
        boolean fits(String number) {
            int sum = 0;
            for (int i = number.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
                sum += weight * (number.charAt(i) - '0');
            }
            return number.charAt(number.length() - 1) == '0' + (10 - sum % 10) % 10;
        }
    },
    /** Of the nine digits between the letters (UPU standard S10). */
    S10 {
        @Override
        boolean fits(String number) {
            int sum = 0;
            for (int i = 0; i < S10_WEIGHTS.length; i++) {
                sum += S10_WEIGHTS[i] * (number.charAt(2 + i) - '0');
            }
            int check = 11 - sum % 11;
            return number.charAt(10) == '0' + (check == 10 ? 0 : check == 11 ? 5 : check);
        }
    },
    NONE {
        @Override
        boolean fits(String number) {
            return true;
        }
    };

    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    /** @param number of the form that goes with it */
    abstract boolean fits(String number);
}
