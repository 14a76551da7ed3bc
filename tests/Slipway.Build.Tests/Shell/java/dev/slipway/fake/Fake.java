package dev.slipway.fake;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Behind every stand-in of a platform class: records calls, answers them, and holds the pretended API level. */
public final class Fake {
    /** Answers one method. */
    public interface Answer {
        Object to(Object self, Object[] arguments) throws Exception;
    }

    public static int level;
    public static final List<String> calls = new ArrayList<>();
    private static final Map<String, Answer> answers = new HashMap<>();

    private Fake() {
    }

    public static void reset(int apiLevel) {
        level = apiLevel;
        calls.clear();
        answers.clear();
    }

    /** @param method class and method, or {@code *.} and method for whatever class declares it */
    public static void when(String method, Answer answer) {
        answers.put(method, answer);
    }

    public static Object call(int since, Object self, String method, Class<?> result, Object... arguments) {
        if (since > level) {
            throw new AssertionError(method + " exists since API level " + since + ", this is " + level);
        }
        StringBuilder line = new StringBuilder(method).append('(');
        for (int i = 0; i < arguments.length; i++) {
            line.append(i == 0 ? "" : ", ").append(show(arguments[i]));
        }
        calls.add(line.append(')').toString());
        Answer answer = answers.getOrDefault(method, answers.get("*" + method.substring(method.indexOf('.'))));
        if (answer != null) {
            try {
                return answer.to(self, arguments);
            } catch (Exception e) {
                throw Fake.<RuntimeException>sneaky(e);
            }
        }
        return any(self, result);
    }

    public static boolean called(String part) {
        for (String call : calls) {
            if (call.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static String show(Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        return value.getClass().getSimpleName();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneaky(Throwable e) throws E {
        throw (E) e;
    }

    /** Something of a type: itself for builders, zero, an empty text or array, a new stand-in. */
    private static Object any(Object self, Class<?> type) {
        if (type == void.class) {
            return null;
        }
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        if (type.isInstance(self)) {
            return self;
        }
        if (type == String.class || type == CharSequence.class) {
            return "";
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy)
                    : method.getName().equals("equals") ? (Object) (proxy == arguments[0])
                    : call(1, proxy, type.getSimpleName() + "." + method.getName(), method.getReturnType(), arguments == null ? new Object[0] : arguments));
        }
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
