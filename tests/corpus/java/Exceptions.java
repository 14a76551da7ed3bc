/** try, catch, finally in all nestings; handlers that cover themselves; multi-catch; locks; what is visible in handlers. */
public class Exceptions {
    static StringBuilder log = new StringBuilder();

    static class Res implements AutoCloseable {
        final String name;
        Res(String name) { this.name = name; log.append("+").append(name); }
        @Override public void close() throws java.io.IOException { log.append("-").append(name); if (name.equals("bad")) throw new java.io.IOException("close " + name); }
    }

    static int finallyReturn(int x) {
        try {
            if (x == 0) return 1;
            if (x == 1) throw new RuntimeException("one");
            x += 10;
        } catch (RuntimeException e) {
            x = -1;
            return x;
        } finally {
            log.append("f").append(x);
            if (x == 12) return 99;
        }
        return x;
    }

    static int nested(int x) {
        int r = 0;
        for (int i = 0; i < 4; i++) {
            try {
                try {
                    if (i == x) throw new IllegalStateException("i" + i);
                    if (i == x + 1) continue;
                    r += 1;
                } finally {
                    r += 10;
                    if (i == 3) break;
                }
                r += 100;
            } catch (IllegalStateException | NumberFormatException e) {
                r += 1000;
                try {
                    Integer.parseInt(e.getMessage());
                } catch (NumberFormatException inner) {
                    r += 10000;
                }
            } catch (Exception e) {
                r = -1;
            }
        }
        return r;
    }

    static String visible(int n) {
        int a = 1;
        long w = 5;
        String s = "start";
        try {
            a = 2;
            s = "two";
            w = 100 / n;
            a = 3;
            s = s.substring(n);
            w += a;
            s = null;
            s.length();
        } catch (ArithmeticException e) {
            return "arith " + a + s + w;
        } catch (StringIndexOutOfBoundsException e) {
            return "index " + a + s + w;
        } catch (NullPointerException e) {
            return "null " + a + s + w;
        }
        return "end";
    }

    static String resources(String a, String b) {
        log.setLength(0);
        try (Res x = new Res(a); Res y = b == null ? null : new Res(b)) {
            log.append("body");
            if (a.equals("t")) throw new IllegalStateException("body");
            return log.toString() + x.name;
        } catch (Exception e) {
            return log + e.getMessage() + e.getSuppressed().length;
        } finally {
            log.append("!");
        }
    }

    static synchronized int lockedStatic(int x) {
        if (x < 0) throw new IllegalArgumentException("negative");
        return x + 1;
    }

    synchronized long locked(long x) {
        for (int i = 0; i < 3; i++)
            if (x > 10) return x;
            else x *= 3;
        return -x;
    }

    synchronized void lockedVoid(Object o) {
        try {
            o.hashCode();
        } catch (NullPointerException e) {
            log.append("npe");
        }
    }

    int blocks(Object lock, int x) {
        synchronized (lock) {
            synchronized (this) {
                if (x > 5) return x;
                x++;
            }
            if (x == 3) throw new IllegalStateException("three");
        }
        synchronized (Exceptions.class) {
            return x * 2;
        }
    }

    static String held(Object lock) {
        return Thread.holdsLock(lock) ? "held" : "free";
    }

    static void rethrow(int x) throws Exception {
        try {
            if (x == 0) throw new java.io.IOException("io");
            if (x == 1) throw new Error("error");
        } catch (final Exception e) {
            throw new Exception("wrapped", e);
        } catch (Throwable t) {
            throw t;
        }
    }

    static boolean emptyCatch(String s) {
        try {
            Integer.parseInt(s);
            return true;
        } catch (NumberFormatException ignored) {
        }
        return false;
    }

    public static void main(String[] args) {
        for (int i = 0; i < 4; i++)
            System.out.println(finallyReturn(i) + " " + nested(i) + " " + visible(i * 2) + " " + emptyCatch("" + i) + emptyCatch("x"));
        System.out.println(visible(3) + log);
        System.out.println(resources("a", "b") + resources("a", null) + resources("t", "bad") + resources("bad", "bad") + resources("bad", "b") + log);
        Exceptions o = new Exceptions();
        System.out.println(lockedStatic(1) + " " + o.locked(2) + " " + o.locked(0) + " " + held(o) + held(Exceptions.class));
        try {
            lockedStatic(-1);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage() + held(Exceptions.class));
        }
        o.lockedVoid(null);
        for (int i = 0; i < 8; i += 2) {
            try {
                System.out.println(o.blocks("lock", i));
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage() + held("lock") + held(o));
            }
        }
        for (int i = 0; i < 3; i++) {
            try {
                rethrow(i);
                System.out.println("fine");
            } catch (Throwable t) {
                System.out.println(t + " " + t.getCause() + " " + t.getStackTrace()[0].getMethodName());
            }
        }
    }
}
