import java.io.*;
import java.util.function.*;

public class SerializableLambdas {
    interface Marker { }
    interface Work extends Serializable { String run(int a); }

    static Object throughBytes(Object o) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) { out.writeObject(o); }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) { return in.readObject(); }
    }

    public static void main(String[] args) throws Exception {
        String captured = "captured";
        long wide = 1L << 35;
        Work work = a -> captured + a + wide;
        System.out.println(((Work) throughBytes(work)).run(3));
        Supplier<Integer> length = (Supplier<Integer> & Serializable & Marker) captured::length;
        System.out.println(((Supplier<?>) throughBytes(length)).get() + " " + (length instanceof Marker));
        Work nothing = a -> "nothing" + a;
        System.out.println(((Work) throughBytes(nothing)).run(4));
    }
}
