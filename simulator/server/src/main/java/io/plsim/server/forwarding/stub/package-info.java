/** Built-in answers that the SDKs parse. */
@NullMarked
package io.plsim.server.forwarding.stub;

import org.jspecify.annotations.NullMarked;
