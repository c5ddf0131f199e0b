package dev.duodang.identity;

import dev.duodang.http.ProblemResponses;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfException;

/** What is open, what needs a session or a key, and what the answers of refusal look like. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final int BCRYPT_STRENGTH = 10;

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
  }

  /** The framework would otherwise make a user of its own and log his password. */
  @Bean
  UserDetailsService userDetailsService() {
    return username -> {
      throw new UsernameNotFoundException(username);
    };
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http, Identities identities, ProblemResponses problems, Clock clock) {
    http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(
            new ActorFilter(identities, problems, clock), AnonymousAuthenticationFilter.class)
        .csrf(
            it ->
                it.spa()
                    // By default every answer to a session would bring a new token, and a change
                    // sent while another answer comes in would repeat the old one and be refused.
                    .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                    .ignoringRequestMatchers(request -> ActorFilter.bearer(request) != null)
                    .ignoringRequestMatchers(
                        request ->
                            request.getMethod().equals("POST")
                                && request.getRequestURI().equals("/api/v1/session")))
        .authorizeHttpRequests(
            it ->
                it.requestMatchers(HttpMethod.POST, "/api/v1/session")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/api/v1/demo")
                    .permitAll()
                    .requestMatchers("/api/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .headers(
            it ->
                it.contentSecurityPolicy(
                    policy ->
                        policy.policyDirectives(
                            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                                + " data:; frame-ancestors 'none'")))
        .exceptionHandling(
            it ->
                it.authenticationEntryPoint(
                        (request, response, failure) ->
                            problems.write(response, Problem.of(ProblemCode.NOT_SIGNED_IN)))
                    .accessDeniedHandler(denied(problems)));
    return http.build();
  }

  private static AccessDeniedHandler denied(ProblemResponses problems) {
    return (request, response, failure) ->
        problems.write(
            response,
            failure instanceof CsrfException
                ? Problem.of(ProblemCode.CSRF_TOKEN_MISSING)
                : Problem.of(ProblemCode.NOT_SIGNED_IN));
  }
}
