import org.apache.commons.math3.analysis.*;
import org.apache.commons.math3.analysis.integration.*;
import org.apache.commons.math3.analysis.interpolation.*;
import org.apache.commons.math3.analysis.polynomials.*;
import org.apache.commons.math3.analysis.solvers.*;
import org.apache.commons.math3.complex.*;
import org.apache.commons.math3.distribution.*;
import org.apache.commons.math3.fitting.*;
import org.apache.commons.math3.linear.*;
import org.apache.commons.math3.ode.*;
import org.apache.commons.math3.ode.nonstiff.*;
import org.apache.commons.math3.optim.linear.*;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.random.*;
import org.apache.commons.math3.special.*;
import org.apache.commons.math3.stat.descriptive.*;
import org.apache.commons.math3.stat.regression.*;
import org.apache.commons.math3.transform.*;
import org.apache.commons.math3.util.*;
import java.util.*;

public class JarMath {
    public static void main(String[] args) {
        UnivariateFunction f = x -> x * x * x - 2 * x - 5;
        System.out.println(new BrentSolver(1e-12).solve(100, f, 2, 3) + " " + new BisectionSolver().solve(100, f, 2, 3) + " " + new PegasusSolver().solve(100, f, 2, 3));
        System.out.println(new SimpsonIntegrator().integrate(10000, Math::sin, 0, Math.PI) + " " + new RombergIntegrator().integrate(10000, Math::exp, 0, 1));
        System.out.println(Arrays.toString(new LaguerreSolver().solveAllComplex(new double[] {-6, 11, -6, 1}, 0)));
        RealMatrix m = MatrixUtils.createRealMatrix(new double[][] {{4, 1, 2}, {1, 3, 0}, {2, 0, 5}});
        System.out.println(new LUDecomposition(m).getDeterminant() + " " + new EigenDecomposition(m).getRealEigenvalue(0) + " " + new SingularValueDecomposition(m).getConditionNumber() + new QRDecomposition(m).getSolver().solve(new ArrayRealVector(new double[] {1, 2, 3})) + new CholeskyDecomposition(m).getL() + m.power(3));
        DescriptiveStatistics s = new DescriptiveStatistics();
        RandomGenerator r = new MersenneTwister(42);
        for (int i = 0; i < 1000; i++) s.addValue(r.nextGaussian());
        System.out.println(s.getMean() + " " + s.getStandardDeviation() + " " + s.getPercentile(90) + s.getKurtosis() + new Well19937c(7).nextLong() + new ISAACRandom(3).nextInt());
        System.out.println(new NormalDistribution(1, 2).cumulativeProbability(2.5) + " " + new GammaDistribution(2, 3).inverseCumulativeProbability(0.3) + " " + new BinomialDistribution(20, 0.3).probability(6) + new TDistribution(5).density(0.2) + new PoissonDistribution(4).inverseCumulativeProbability(0.8));
        System.out.println(Gamma.logGamma(5.5) + " " + Erf.erf(0.7) + " " + Beta.regularizedBeta(0.4, 2, 3) + BesselJ.value(1, 2.5) + CombinatoricsUtils.binomialCoefficient(40, 20) + ArithmeticUtils.gcd(1071, 462) + " " + FastMath.sinh(1.25) + FastMath.cbrt(7) + FastMath.pow(2.5, 3.5) + FastMath.atan2(1, -2));
        SimpleRegression reg = new SimpleRegression();
        for (int i = 0; i < 10; i++) reg.addData(i, 3 * i + (i % 3));
        System.out.println(reg.getSlope() + " " + reg.getRSquare() + " " + reg.getSignificance());
        System.out.println(Arrays.toString(new FastFourierTransformer(DftNormalization.STANDARD).transform(new double[] {1, 2, 3, 4, 0, 0, 1, 1}, TransformType.FORWARD)));
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(new double[] {0, 1, 2, 3}, new double[] {0, 1, 8, 27});
        System.out.println(spline.value(1.5) + " " + spline.derivative().value(2.5) + new PolynomialFunction(new double[] {1, 2, 3}).multiply(new PolynomialFunction(new double[] {0, -1})));
        System.out.println(new SimplexSolver().optimize(new LinearObjectiveFunction(new double[] {3, 2}, 0), new LinearConstraintSet(new LinearConstraint(new double[] {1, 1}, Relationship.LEQ, 4), new LinearConstraint(new double[] {1, 3}, Relationship.LEQ, 6)), GoalType.MAXIMIZE, new NonNegativeConstraint(true)).getValue());
        double[] y = {1, 0};
        new DormandPrince853Integrator(1e-8, 1, 1e-10, 1e-10).integrate(new FirstOrderDifferentialEquations() {
            public int getDimension() { return 2; }
            public void computeDerivatives(double t, double[] v, double[] d) { d[0] = v[1]; d[1] = -v[0]; }
        }, 0, y, 2, y);
        System.out.println(Arrays.toString(y) + new Complex(1, 2).pow(new Complex(0.5, -1)).sqrt() + PolynomialCurveFitter.create(2).fit(Arrays.asList(new WeightedObservedPoint(1, 0, 1), new WeightedObservedPoint(1, 1, 3), new WeightedObservedPoint(1, 2, 7), new WeightedObservedPoint(1, 3, 13)))[1]);
        try { new BrentSolver().solve(100, f, 3, 4); } catch (Exception e) { System.out.println(e.getMessage()); }
    }
}
