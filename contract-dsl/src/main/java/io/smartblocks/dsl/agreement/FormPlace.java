package io.smartblocks.dsl.agreement;

/** Where in a compiled form a value stands; it is put into words only if something is wrong there. */
final class FormPlace {

    private final FormPlace around;
    private final String name;
    private final int number;

    private FormPlace(FormPlace around, String name, int number) {
        this.around = around;
        this.name = name;
        this.number = number;
    }

    static FormPlace whole() {
        return new FormPlace(null, "form", -1);
    }

    FormPlace member(String member) {
        return new FormPlace(this, member, -1);
    }

    FormPlace item(int index) {
        return new FormPlace(this, "", index);
    }

    @Override
    public String toString() {
        if (around == null) {
            return name;
        }
        return number < 0 ? around + "." + name : around + "[" + number + "]";
    }
}
